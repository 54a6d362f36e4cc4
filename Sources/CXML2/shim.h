#pragma once

// Debian's libxml2 is built with ICU, and its encoding.h then includes ICU's headers, whose types
// clash with the copy of ICU inside Foundation. No type that differs without them is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <pthread.h>
#include <stdbool.h>

// libxml2 brings ICU along, 30 MB that every start would map, and few starts show a message. So the
// first message loads it.
struct teamsh_xml {
  htmlDocPtr (*html_read)(const char *, int, const char *, const char *, int);
  xmlNodePtr (*root)(const xmlDoc *);
  void (*free_document)(xmlDocPtr);
  bool is_whole;
};

#ifdef __APPLE__
#define TEAMSH_XML_LIBRARY "libxml2.2.dylib"
#else
#define TEAMSH_XML_LIBRARY "libxml2.so.2"
#endif

static inline void teamsh_xml_fill(struct teamsh_xml *table) {
  static const char *const names[] = {"htmlReadMemory", "xmlDocGetRootElement", "xmlFreeDoc"};
  void *library = dlopen(TEAMSH_XML_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  void **entries = (void **)table;
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    entries[index] = dlsym(library, names[index]);
    if (!entries[index]) return;
  }
  __atomic_store_n(&table->is_whole, true, __ATOMIC_RELEASE);
}

static inline const struct teamsh_xml *teamsh_xml(void) {
  static struct teamsh_xml table;
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  if (__atomic_load_n(&table.is_whole, __ATOMIC_ACQUIRE)) return &table;
  pthread_mutex_lock(&lock);
  if (!table.is_whole) teamsh_xml_fill(&table);
  pthread_mutex_unlock(&lock);
  return &table;
}

// Everything below may be called once this has returned true.
static inline bool teamsh_xml_load(void) { return teamsh_xml()->is_whole; }

static inline htmlDocPtr teamsh_xml_html_read(const char *bytes, int length, int options) {
  return teamsh_xml()->html_read(bytes, length, NULL, "UTF-8", options);
}

static inline xmlNodePtr teamsh_xml_root(htmlDocPtr document) {
  return teamsh_xml()->root(document);
}

static inline void teamsh_xml_free(htmlDocPtr document) {
  teamsh_xml()->free_document(document);
}
