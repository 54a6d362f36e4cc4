#pragma once

#include <errno.h>
#include <keyutils.h>

#include "../CLateLibrary/late_library.h"

// Loaded by the first look for a remembered sign-in; a system without it remembers none.
struct teamsh_keyutils {
  key_serial_t (*add)(const char *, const char *, const void *, size_t, key_serial_t);
  long (*read)(key_serial_t, char *, size_t);
  long (*describe)(key_serial_t, char *, size_t);
  long (*set_permissions)(key_serial_t, key_perm_t);
  long (*set_timeout)(key_serial_t, unsigned);
  long (*link)(key_serial_t, key_serial_t);
  long (*unlink)(key_serial_t, key_serial_t);
  long (*revoke)(key_serial_t);
  bool is_whole;
};

TEAMSH_LATE_LIBRARY(
    teamsh_keyutils, "libkeyutils.so.1",
    "add_key", "keyctl_read", "keyctl_describe", "keyctl_setperm", "keyctl_set_timeout",
    "keyctl_link", "keyctl_unlink", "keyctl_revoke")

// Everything below may be called once this has returned true. Each call gives less than 0 where it
// failed, and then errno says why.
static inline bool teamsh_keyutils_load(void) { return teamsh_keyutils()->is_whole; }

// Makes a key in the keyring of this process.
static inline key_serial_t teamsh_key_add(const char *description, const void *bytes,
                                          size_t count) {
  return teamsh_keyutils()->add("user", description, bytes, count, KEY_SPEC_PROCESS_KEYRING);
}

static inline long teamsh_key_read(key_serial_t key, char *buffer, size_t size) {
  return teamsh_keyutils()->read(key, buffer, size);
}

static inline long teamsh_key_describe(key_serial_t key, char *buffer, size_t size) {
  return teamsh_keyutils()->describe(key, buffer, size);
}

// Lets the owner do everything, whichever of his sessions he comes from, and nobody else anything.
static inline long teamsh_key_close_to_others(key_serial_t key) {
  return teamsh_keyutils()->set_permissions(key, KEY_POS_ALL | KEY_USR_ALL);
}

static inline long teamsh_key_set_timeout(key_serial_t key, unsigned seconds) {
  return teamsh_keyutils()->set_timeout(key, seconds);
}

static inline long teamsh_key_link_to_user(key_serial_t key) {
  return teamsh_keyutils()->link(key, KEY_SPEC_USER_KEYRING);
}

static inline long teamsh_key_unlink_from_user(key_serial_t key) {
  return teamsh_keyutils()->unlink(key, KEY_SPEC_USER_KEYRING);
}

static inline long teamsh_key_unlink_from_process(key_serial_t key) {
  return teamsh_keyutils()->unlink(key, KEY_SPEC_PROCESS_KEYRING);
}

static inline long teamsh_key_revoke(key_serial_t key) { return teamsh_keyutils()->revoke(key); }

static inline long teamsh_keyring_read(void *buffer, size_t size) {
  return teamsh_keyutils()->read(KEY_SPEC_USER_KEYRING, buffer, size);
}
