#pragma once

// Debian's libxml2 is built with ICU, and its encoding.h then includes ICU's headers, whose types
// clash with the copy of ICU inside Foundation. No type that differs without them is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include "../CLateLibrary/late_library.h"

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

TEAMSH_LATE_LIBRARY(
    teamsh_xml, TEAMSH_XML_LIBRARY,
    "htmlReadMemory", "xmlDocGetRootElement", "xmlFreeDoc")

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
