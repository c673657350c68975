/** How many one-time codes are sent within an hour. */
export interface CodeLimits {
  readonly perPhone: number
  readonly perAccount: number
}
