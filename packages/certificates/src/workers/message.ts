import type { VerificationReport } from '../verify/index.js'

/** Texts to be verified. */
export interface Task {
  readonly tiemchung: 'verify'
  readonly task: number
  readonly texts: readonly string[]
}

/** Their reports, or the code of what went wrong. */
export type TaskAnswer = { readonly tiemchung: 'verified'; readonly task: number } & (
  | { readonly reports: readonly VerificationReport[] }
  | { readonly code: string }
)

function isOurs(message: unknown, kind: string): boolean {
  if (typeof message !== 'object' || message === null) return false
  const { tiemchung, task } = message as Readonly<Record<string, unknown>>
  return tiemchung === kind && typeof task === 'number'
}

export const isTask = (message: unknown): message is Task => isOurs(message, 'verify')
export const isAnswer = (message: unknown): message is TaskAnswer => isOurs(message, 'verified')
