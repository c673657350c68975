/** Exit codes: 0 valid or done, 1 invalid, 2 indeterminate, 64 wrong use, 65 unreadable input, 70 internal. */
export type ExitCode = 0 | 1 | 2 | 64 | 65 | 70

/** From the worst to the best. */
const order: readonly ExitCode[] = [70, 64, 65, 1, 2, 0]

/** The worst of a batch; 0 for none. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return order.find((code) => codes.includes(code)) ?? 0
}

/** The code of a verdict. */
export function codeOf(verdict: 'valid' | 'invalid' | 'indeterminate'): ExitCode {
  if (verdict === 'valid') return 0
  return verdict === 'invalid' ? 1 : 2
}
