/* Native SUNDIALS CVODE (BDF, dense linear solver) on one problem; prints one JSON document.
 *
 *     cc -O3 cvode.c -o cvode -lsundials_cvode -lsundials_nvecserial -lsundials_sunmatrixdense \
 *        -lsundials_sunlinsoldense -lm
 *     ./cvode PROBLEM RTOL ATOL ANALYTIC REPEATS ROWS
 *
 * ANALYTIC 1 gives the Jacobian of the psoriasis model as a function, 0 leaves it to CVODE's differences. ROWS 1
 * also takes and prints the daily states of the psoriasis model.
 */
#define _POSIX_C_SOURCE 199309L
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <time.h>

static double stimulus;

static int psoriasis(realtype t, N_Vector v, N_Vector dv, void *user) {
  const realtype *y = N_VGetArrayPointer(v);
  realtype *d = N_VGetArrayPointer(dv);
  const double I = y[0] + y[1], T = y[4], DC = y[5], SC = y[6], TA = y[7], D = y[8];
  const double g2 = y[3] * y[3], g4 = g2 * g2;
  (void)t, (void)user;
  d[0] = 0.5 * T - 36.5 * y[0];
  d[1] = 0.5 * T - 36.5 * y[1];
  d[2] = DC - 36.5 * y[2];
  d[3] = SC + TA - 36.5 * y[3];
  d[4] = 55 * y[2] - 1.51 * T - 0.0036 * T;
  d[5] = 6000 * g4 / (3e12 + g4) - 1.51 * DC + 1880 + stimulus - 0.0036 * DC;
  d[6] = 0.0017635 * I * SC - 1.8135e-5 * SC * SC - 0.0036 * SC;
  d[7] = 0.0017562 * I * TA + 0.0015415 * I * SC - 3.7321e-6 * TA * TA - 0.0036 * TA;
  d[8] = 0.0018063 * I * TA - 5.05e-7 * D * D - 0.0036 * D - 0.004752946 * D;
  d[9] = 0.0036 * (T + DC + SC + TA + D) - 36 * y[9];
  d[10] = -6e-7 * y[10] * y[10];
  return 0;
}

static int psoriasis_jacobian(realtype t, N_Vector v, N_Vector f, SUNMatrix J, void *user, N_Vector a, N_Vector b, N_Vector c) {
  const realtype *y = N_VGetArrayPointer(v);
  const double I = y[0] + y[1], SC = y[6], TA = y[7], D = y[8];
  const double g2 = y[3] * y[3], g4 = g2 * g2, k = 3e12 + g4;
  (void)t, (void)f, (void)user, (void)a, (void)b, (void)c;
#define E(i, j) SM_ELEMENT_D(J, i, j)
  E(0, 0) = -36.5, E(0, 4) = 0.5, E(1, 1) = -36.5, E(1, 4) = 0.5, E(2, 2) = -36.5, E(2, 5) = 1;
  E(3, 3) = -36.5, E(3, 6) = 1, E(3, 7) = 1, E(4, 2) = 55, E(4, 4) = -1.5136;
  E(5, 3) = 6000 * 4 * g2 * y[3] * 3e12 / (k * k), E(5, 5) = -1.5136;
  E(6, 0) = E(6, 1) = 0.0017635 * SC, E(6, 6) = 0.0017635 * I - 2 * 1.8135e-5 * SC - 0.0036;
  E(7, 0) = E(7, 1) = 0.0017562 * TA + 0.0015415 * SC, E(7, 6) = 0.0015415 * I;
  E(7, 7) = 0.0017562 * I - 2 * 3.7321e-6 * TA - 0.0036;
  E(8, 0) = E(8, 1) = 0.0018063 * TA, E(8, 7) = 0.0018063 * I;
  E(8, 8) = -2 * 5.05e-7 * D - 0.0036 - 0.004752946;
  E(9, 4) = E(9, 5) = E(9, 6) = E(9, 7) = E(9, 8) = 0.0036, E(9, 9) = -36;
  E(10, 10) = -2 * 6e-7 * y[10];
  return 0;
}

static int robertson(realtype t, N_Vector v, N_Vector dv, void *user) {
  const realtype *y = N_VGetArrayPointer(v);
  realtype *d = N_VGetArrayPointer(dv);
  (void)t, (void)user;
  d[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
  d[2] = 3e7 * y[1] * y[1];
  d[1] = -d[0] - d[2];
  return 0;
}

static int van_der_pol(realtype t, N_Vector v, N_Vector dv, void *user) {
  const realtype *y = N_VGetArrayPointer(v);
  realtype *d = N_VGetArrayPointer(dv);
  (void)t, (void)user;
  d[0] = y[1];
  d[1] = 1000 * (1 - y[0] * y[0]) * y[1] - y[0];
  return 0;
}

static int hires(realtype t, N_Vector v, N_Vector dv, void *user) {
  const realtype *y = N_VGetArrayPointer(v);
  realtype *d = N_VGetArrayPointer(dv);
  const double bound = 280 * y[5] * y[7];
  (void)t, (void)user;
  d[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
  d[1] = 1.71 * y[0] - 8.75 * y[1];
  d[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
  d[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
  d[4] = -1.745 * y[4] + 0.43 * (y[5] + y[6]);
  d[5] = -bound + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
  d[6] = bound - 1.81 * y[6];
  d[7] = -d[6];
  return 0;
}

static int orego(realtype t, N_Vector v, N_Vector dv, void *user) {
  const realtype *y = N_VGetArrayPointer(v);
  realtype *d = N_VGetArrayPointer(dv);
  (void)t, (void)user;
  d[0] = 77.27 * (y[1] + y[0] * (1 - 8.375e-6 * y[0] - y[1]));
  d[1] = (y[2] - (1 + y[0]) * y[1]) / 77.27;
  d[2] = 0.161 * (y[0] - y[2]);
  return 0;
}

static const struct problem {
  const char *name;
  CVRhsFn f;
  int n;
  double end;
  double start[11];
} problems[] = {
    {"psoriasis", psoriasis, 11, 735, {21.3163, 21.3163, 42.8237, 717.03, 1556.09, 1563.06, 3947.21, 22224.4, 50529.3, 7.98201, 0}},
    {"Robertson", robertson, 3, 1e11, {1, 0, 0}},
    {"van der Pol, mu = 1000", van_der_pol, 2, 2000, {2, 0}},
    {"HIRES", hires, 8, 321.8122, {1, 0, 0, 0, 0, 0, 0, 0.0057}},
    {"OREGO", orego, 3, 360, {1, 2, 3}},
};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

static int compare(const void *a, const void *b) {
  return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

static void check(int flag, const char *what) {
  if (flag < 0) {
    fprintf(stderr, "%s: %d\n", what, flag);
    exit(1);
  }
}

int main(int argc, char **argv) {
  if (argc != 7) return 2;
  const struct problem *p = NULL;
  for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
    if (!strcmp(problems[i].name, argv[1])) p = &problems[i];
  if (!p) return 2;
  const double rtol = atof(argv[2]), atol = atof(argv[3]);
  const int analytic = atoi(argv[4]), repeats = atoi(argv[5]), rows = atoi(argv[6]);
  const int staged = p->f == psoriasis;
  SUNContext context;
  check(SUNContext_Create(NULL, &context), "context");
  N_Vector y = N_VNew_Serial(p->n, context);
  SUNMatrix A = SUNDenseMatrix(p->n, p->n, context);
  SUNLinearSolver solver = SUNLinSol_Dense(y, A, context);
  void *memory = CVodeCreate(CV_BDF, context);
  memcpy(N_VGetArrayPointer(y), p->start, p->n * sizeof(double));
  check(CVodeInit(memory, p->f, 0, y), "init");
  check(CVodeSStolerances(memory, rtol, atol), "tolerances");
  check(CVodeSetLinearSolver(memory, solver, A), "solver");
  check(CVodeSetMaxNumSteps(memory, 10000000), "steps");
  if (analytic && staged) check(CVodeSetJacFn(memory, psoriasis_jacobian), "jacobian");
  double *times = malloc(repeats * sizeof *times), *output = malloc(736 * 11 * sizeof *output);
  long steps = 0, calls = 0, more = 0, part;
  for (int k = 0; k < repeats; k++) {
    const double begun = now();
    double t = 0;
    memcpy(N_VGetArrayPointer(y), p->start, p->n * sizeof(double));
    stimulus = 6000;
    steps = calls = more = 0;
    double from = 0;
    for (int piece = staged ? 0 : 1; piece < 2; piece++) {
      const double end = piece == 0 ? 7 : p->end;
      if (piece == 1) stimulus = 0;
      check(CVodeReInit(memory, from, y), "restart");
      check(CVodeSetStopTime(memory, end), "stop");
      if (rows)
        for (int day = (int)from; day < (int)end; day++) {
          check(CVode(memory, day + 1, y, &t, CV_NORMAL), "solve");
          memcpy(output + 11 * (day + 1), N_VGetArrayPointer(y), 11 * sizeof *output);
        }
      else
        check(CVode(memory, end, y, &t, CV_NORMAL), "solve");
      from = end;
      CVodeGetNumSteps(memory, &part), steps += part;
      CVodeGetNumRhsEvals(memory, &part), calls += part;
      CVodeGetNumLinRhsEvals(memory, &part), more += part;
    }
    times[k] = now() - begun;
  }
  qsort(times, repeats, sizeof *times, compare);
  printf("{\"least\":%.6g,\"median\":%.6g,\"steps\":%ld,\"derivatives\":%ld,\"state\":[", times[0], times[repeats / 2], steps, calls + more);
  for (int i = 0; i < p->n; i++) printf("%s%.17g", i ? "," : "", N_VGetArrayPointer(y)[i]);
  printf("],\"rows\":[");
  if (rows)
    for (int i = 11; i < 736 * 11; i++) printf("%s%.17g", i > 11 ? "," : "", output[i]);
  printf("]}\n");
  return 0;
}
