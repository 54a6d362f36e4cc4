#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

pid_t teamsh_pty_spawn(const char *path, char *const arguments[], char *const environment[],
                       int columns, int rows, int *controller) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  int leader, follower;
  if (openpty(&leader, &follower, NULL, NULL, &size) != 0) return -1;
  fcntl(leader, F_SETFD, FD_CLOEXEC);
  fcntl(follower, F_SETFD, FD_CLOEXEC);
  pid_t process = fork();
  if (process == 0) {
    setsid();
    ioctl(follower, TIOCSCTTY, 0);
    for (int descriptor = 0; descriptor < 3; descriptor++) dup2(follower, descriptor);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
    execve(path, arguments, environment);
    _exit(127);
  }
  close(follower);
  if (process < 0) {
    close(leader);
    return -1;
  }
  *controller = leader;
  return process;
}

int teamsh_pty_resize(int controller, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(controller, TIOCSWINSZ, &size);
}

int teamsh_pty_wait(pid_t process, int milliseconds) {
  int watched = (int)syscall(SYS_pidfd_open, process, 0);
  if (watched >= 0) {
    struct pollfd entry = {.fd = watched, .events = POLLIN};
    poll(&entry, 1, milliseconds);
    close(watched);
  }
  int status = 0;
  if (waitpid(process, &status, WNOHANG) != process) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int teamsh_character_width(unsigned int character) {
  locale_t wide = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (!wide) return 1;
  locale_t former = uselocale(wide);
  int width = wcwidth((wchar_t)character);
  uselocale(former);
  freelocale(wide);
  return width;
}

int teamsh_spawn_closing_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}
