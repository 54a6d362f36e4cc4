#pragma once

#include <cmark.h>
#include <stdlib.h>

#include "../CLateLibrary/late_library.h"

// Few messages are written in Markdown, so the first one loads libcmark.
struct teamsh_cmark {
  cmark_node *(*parse)(const char *, size_t, int);
  char *(*render)(cmark_node *, int);
  void (*free_node)(cmark_node *);
  cmark_node *(*make)(cmark_node_type);
  cmark_node_type (*type)(cmark_node *);
  const char *(*literal)(cmark_node *);
  int (*set_literal)(cmark_node *, const char *);
  int (*replace)(cmark_node *, cmark_node *);
  int (*append)(cmark_node *, cmark_node *);
  cmark_iter *(*walk)(cmark_node *);
  cmark_event_type (*step)(cmark_iter *);
  cmark_node *(*at)(cmark_iter *);
  void (*end)(cmark_iter *);
  bool is_whole;
};

// The library's name carries the version whose header this was built with.
#ifdef __APPLE__
#define TEAMSH_CMARK_LIBRARY "libcmark." CMARK_VERSION_STRING ".dylib"
#else
#define TEAMSH_CMARK_LIBRARY "libcmark.so." CMARK_VERSION_STRING
#endif

TEAMSH_LATE_LIBRARY(
    teamsh_cmark, TEAMSH_CMARK_LIBRARY,
    "cmark_parse_document", "cmark_render_html", "cmark_node_free", "cmark_node_new",
    "cmark_node_get_type", "cmark_node_get_literal", "cmark_node_set_literal",
    "cmark_node_replace", "cmark_node_append_child", "cmark_iter_new", "cmark_iter_next",
    "cmark_iter_get_node", "cmark_iter_free")

// Everything below may be called once this has returned true.
static inline bool teamsh_cmark_load(void) { return teamsh_cmark()->is_whole; }

static inline cmark_node *teamsh_cmark_parse(const char *bytes, size_t length) {
  return teamsh_cmark()->parse(bytes, length, CMARK_OPT_VALIDATE_UTF8);
}

// HTML of the author's own stands in the result as text; what it looks like is not what it does.
static inline void teamsh_cmark_disarm(cmark_node *document) {
  const struct teamsh_cmark *library = teamsh_cmark();
  cmark_iter *walk = library->walk(document);
  cmark_event_type event;
  while (walk && (event = library->step(walk)) != CMARK_EVENT_DONE) {
    cmark_node *node = library->at(walk);
    cmark_node_type type = library->type(node);
    if (event != CMARK_EVENT_ENTER) continue;
    if (type != CMARK_NODE_HTML_BLOCK && type != CMARK_NODE_HTML_INLINE) continue;
    cmark_node *text = library->make(CMARK_NODE_TEXT);
    library->set_literal(text, library->literal(node));
    cmark_node *place = text;
    if (type == CMARK_NODE_HTML_BLOCK) {
      place = library->make(CMARK_NODE_PARAGRAPH);
      library->append(place, text);
    }
    // The walk has gone past it already: these nodes have nothing inside.
    library->replace(node, place);
    library->free_node(node);
  }
  if (walk) library->end(walk);
}

// To be given back to the function that follows.
static inline char *teamsh_cmark_render(cmark_node *document) {
  return teamsh_cmark()->render(document, CMARK_OPT_DEFAULT);
}

static inline void teamsh_cmark_release(char *html) { free(html); }

static inline void teamsh_cmark_free(cmark_node *document) {
  teamsh_cmark()->free_node(document);
}
