#include <netdb.h>
#include <stdio.h>
#include <unistd.h>

/* A resolver that never answers, for LD_PRELOAD. It says on standard error that it was asked. */
int getaddrinfo(const char *name, const char *service, const struct addrinfo *hints,
                struct addrinfo **result) {
  (void)service, (void)hints, (void)result;
  dprintf(2, "[asked for %s]\n", name ? name : "");
  for (;;) pause();
}
