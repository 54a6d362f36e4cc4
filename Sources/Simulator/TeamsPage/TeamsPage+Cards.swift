extension TeamsPage {
  /// Draws adaptive cards; what a card says is text, whatever it looks like.
  static let cardScript = #"""
    function drawCard(card, message) {
      const box = make('div', undefined, 'card');
      const inputs = new Map();
      const context = {inputs, message, box};
      box.append(...draw(card.body, context), actions(card.actions, context));
      return box;
    }
    function draw(list, context) {
      return (Array.isArray(list) ? list : []).filter(item => item && item.isVisible !== false)
        .map(item => element(item, context)).filter(Boolean);
    }
    function group(items, context, className) {
      const box = make('div', undefined, className);
      box.append(...draw(items, context));
      return box;
    }
    function element(item, context) {
      switch (item.type) {
      case 'TextBlock': return textBlock(item);
      case 'RichTextBlock':
        return make('p', (item.inlines || []).map(part => part.text || part).join(''));
      case 'FactSet': return facts(item);
      case 'Container': return group(item.items, context);
      case 'ColumnSet': return group(item.columns, context, 'columns');
      case 'Column': return group(item.items, context);
      case 'ActionSet': return actions(item.actions, context);
      case 'Image': return make('p', '[' + (item.altText || 'image') + ']', 'quiet');
      case 'Input.Text': case 'Input.Number': case 'Input.Date': case 'Input.Time':
        return field(item, context);
      case 'Input.Toggle': return toggle(item, context);
      case 'Input.ChoiceSet': return choices(item, context);
      default: return null;
      }
    }
    function textBlock(item) {
      const known = ['bolder', 'large', 'attention', 'good', 'warning', 'accent'];
      const names = [item.weight, item.size, item.color]
        .map(name => String(name || '').toLowerCase()).filter(name => known.includes(name));
      return make('p', item.text, names.join(' '));
    }
    function facts(item) {
      const list = make('dl');
      for (const fact of item.facts || []) {
        list.append(make('dt', fact.title), make('dd', fact.value));
      }
      return list;
    }
    function labelled(item, control, context, read) {
      const label = make('label', item.label || item.title || '');
      control.dataset.input = item.id || '';
      label.append(control);
      if (item.id) context.inputs.set(item.id, read);
      const box = make('p');
      box.append(label);
      return box;
    }
    function field(item, context) {
      const kind = item.type.slice(6).toLowerCase();
      const control = make(item.isMultiline ? 'textarea' : 'input');
      if (!item.isMultiline) control.type = kind;
      control.placeholder = item.placeholder || '';
      control.value = item.value === undefined ? '' : item.value;
      return labelled(item, control, context, () => control.value);
    }
    function toggle(item, context) {
      const control = make('input');
      control.type = 'checkbox';
      const on = item.valueOn || 'true';
      control.checked = item.value === on;
      return labelled(item, control, context,
        () => control.checked ? on : item.valueOff || 'false');
    }
    function choices(item, context) {
      const control = make('select');
      control.multiple = item.isMultiSelect === true;
      control.append(...(item.choices || []).map(choice => {
        const option = make('option', choice.title);
        option.value = choice.value;
        option.selected = String(item.value || '').split(',').includes(choice.value);
        return option;
      }));
      return labelled(item, control, context,
        () => [...control.selectedOptions].map(option => option.value).join(','));
    }
    function actions(list, context) {
      const bar = make('div', undefined, 'actions');
      for (const action of Array.isArray(list) ? list : []) bar.append(...button(action, context));
      return bar;
    }
    function button(action, context) {
      if (action.type === 'Action.OpenUrl') {
        if (!/^https?:\/\//i.test(action.url || '')) return [];
        const link = make('a', action.title || action.url);
        link.href = action.url;
        link.rel = 'noreferrer noopener';
        link.target = '_blank';
        return [link];
      }
      const press = make('button', action.title || action.type);
      press.type = 'button';
      if (action.type === 'Action.ShowCard') {
        const inner = make('div', undefined, 'card');
        inner.hidden = true;
        const card = action.card || {};
        inner.append(...draw(card.body, context), actions(card.actions, context));
        press.onclick = () => { inner.hidden = !inner.hidden; };
        return [press, inner];
      }
      press.onclick = () => attempt(() => submit(action, context));
      return [press];
    }
    async function submit(action, context) {
      const inputs = {};
      if (action.associatedInputs !== 'none') {
        for (const [id, read] of context.inputs) inputs[id] = read();
      }
      const answer = await api('actions', {as: me, place, message: context.message,
        type: action.type, verb: action.verb || '', data: action.data || {}, inputs});
      const said = answer.response;
      if (said && said.type === 'application/vnd.microsoft.card.adaptive') {
        context.box.replaceWith(drawCard(said.value, context.message));
      } else if (said && typeof said.value === 'string') {
        at('notice').textContent = said.value;
      }
      await refresh();
    }
    """#
}
