/** How many one-time codes are sent within an hour. */
export interface CodeLimits {
  readonly perPhone: number
  readonly perAccount: number
}

/** So many wrong passwords for one name, and then none for so many minutes from the first of them on. */
export interface PasswordLimit {
  readonly tries: number
  readonly minutes: number
}
