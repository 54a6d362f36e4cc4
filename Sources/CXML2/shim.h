#pragma once

// Debian's libxml2 is built with ICU, and its encoding.h then includes ICU's headers, whose types
// clash with the copy of ICU inside Foundation. No type that differs without them is used here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
