#ifndef TEAMSH_PSEUDO_TERMINAL_H
#define TEAMSH_PSEUDO_TERMINAL_H

#include <spawn.h>
#include <sys/types.h>

// Starts a program in a pseudo-terminal of its own, as the leader of a new session.
// Returns the process id, or -1. The terminal's controlling end is stored in *controller.
pid_t teamsh_pty_spawn(const char *path, char *const arguments[], char *const environment[],
                       int columns, int rows, int *controller);

// Gives the terminal a new size; the kernel tells the program.
int teamsh_pty_resize(int controller, int columns, int rows);

// Waits for a process for at most so many milliseconds. Returns its exit code, 128 plus the number
// of the signal that ended it, or -1 when it is still running.
int teamsh_pty_wait(pid_t process, int milliseconds);

// Has a program that is started by posix_spawn begin without the descriptors from a number on. The call is one
// of glibc's own, which Swift does not see.
int teamsh_spawn_closing_from(posix_spawn_file_actions_t *actions, int first);

// The columns the C library gives a character, whatever the locale of the process is.
int teamsh_character_width(unsigned int character);

#endif
