extension TeamsPage {
  /// Fetches what is said, shows it, and sends what a person does; all of it is put in as text.
  static let script = #"""
    'use strict';
    const at = id => document.getElementById(id);
    let me = '', place = 'bot', reply = '', shown = '', botName = '';
    async function api(path, body, method) {
      const options = body && {method: method || 'POST', body: JSON.stringify(body),
        headers: {'Content-Type': 'application/json'}};
      const answer = await fetch('/teams/api/' + path, options);
      const value = answer.status === 204 ? {} : await answer.json();
      if (!answer.ok) throw new Error(value.error ? value.error.message : answer.status);
      return value;
    }
    function make(name, text, className) {
      const element = document.createElement(name);
      if (text !== undefined) element.textContent = text;
      if (className) element.className = className;
      return element;
    }
    function attempt(work) {
      at('notice').textContent = '';
      return work().catch(error => { at('notice').textContent = error.message; });
    }
    async function loadPeople() {
      const found = await api('people?search=' + encodeURIComponent(at('search').value));
      botName = found.bot.name;
      at('bot').textContent = botName;
      at('person').replaceChildren(...found.people.map(person => {
        const option = make('option', person.name + ' (' + person.upn + ')');
        option.value = person.id;
        return option;
      }));
      if (found.people.length) await become(found.people[0].id);
    }
    async function become(person) {
      me = person;
      at('person').value = person;
      const found = await api('places?as=' + encodeURIComponent(me));
      at('places').replaceChildren(...found.places.map(item => {
        const button = make('button', item.name, item.hasBot ? '' : 'quiet');
        button.dataset.place = item.id;
        button.onclick = () => attempt(() => go(item.id));
        return button;
      }));
      await go('bot');
    }
    async function go(id) {
      place = id;
      shown = '';
      answering('');
      for (const button of at('places').children) {
        if (button.dataset.place === id) button.setAttribute('aria-current', 'true');
        else button.removeAttribute('aria-current');
      }
      at('mentioning').hidden = id === 'bot';
      await refresh();
    }
    function answering(id) {
      reply = id;
      at('replying').hidden = !id;
    }
    async function refresh() {
      const asked = me + place;
      const path = 'messages?as=' + encodeURIComponent(me) + '&place=' + encodeURIComponent(place);
      const found = await api(path);
      const state = JSON.stringify(found.messages);
      if (asked !== me + place || state === shown) return;
      shown = state;
      const order = message => message.parent === '0' ? message.id : message.parent;
      found.messages.sort((a, b) => order(a) - order(b) || a.id - b.id);
      const old = new Map([...at('messages').children].map(item => [item.dataset.key, item]));
      at('messages').replaceChildren(...found.messages.map(message => {
        const key = place + ' ' + message.id + ' ' + message.version;
        return old.get(key) || line(message, key);
      }));
      at('messages').scrollTop = at('messages').scrollHeight;
    }
    function line(message, key) {
      const item = make('li', undefined,
        (message.isBot ? 'bot ' : '') + (message.parent === '0' ? '' : 'reply'));
      item.dataset.key = key;
      item.dataset.id = message.id;
      const head = make('div');
      head.append(make('b', message.author), make('span', ' ' + message.time.slice(11, 16) +
        (message.isEdited ? ' edited' : ''), 'quiet'));
      item.append(head);
      if (message.isDeleted) item.append(make('p', 'This message has been deleted.', 'quiet'));
      if (message.text) item.append(make('p', message.text));
      for (const card of message.cards) item.append(drawCard(card, message.id));
      if (message.reactions.length) item.append(make('div', message.reactions.join(' ')));
      if (!message.isDeleted) item.append(...tools(message));
      return item;
    }
    function tools(message) {
      const like = make('button', '👍');
      like.onclick = () => attempt(async () => {
        await api('reactions', {as: me, place, message: message.id, type: '👍',
          remove: message.reactions.includes('👍')});
        await refresh();
      });
      if (place === 'bot') return [like];
      const answer = make('button', 'Reply');
      answer.onclick = () => { answering(message.id); at('text').focus(); };
      return [like, answer];
    }
    at('composer').onsubmit = event => {
      event.preventDefault();
      attempt(async () => {
        const text = at('text').value;
        if (!text.trim()) return;
        const mention = place !== 'bot' && at('mention').checked;
        const body = {as: me, place, text, mention};
        if (reply) body.replyTo = reply;
        await api('messages', body);
        at('text').value = '';
        answering('');
        await refresh();
      });
    };
    at('text').onkeydown = event => {
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        at('composer').requestSubmit();
      }
    };
    at('cancel').onclick = () => answering('');
    at('person').onchange = () => attempt(() => become(at('person').value));
    at('search').oninput = () => attempt(loadPeople);
    setInterval(() => { if (me) refresh().catch(() => {}); }, 700);
    attempt(loadPeople);

    """#
}
