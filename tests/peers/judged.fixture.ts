/** When a cross-check with software of others is passed over, and how that is said. */

/** Whether nothing may be passed over. */
export const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** A title that says why its cases are passed over, and whether they are. */
export function judged(title: string, present: boolean, reason: string) {
  const skip = !present && !required
  return { skip, title: skip ? `${title} (skipped: ${reason})` : title }
}
