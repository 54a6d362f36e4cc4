#pragma once

/* Nothing to call: the library stands in for the resolver of a program that it is loaded into. */
