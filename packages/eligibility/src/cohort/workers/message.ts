import type { CohortAnswers, CohortColumns } from '../columns.js'

/** Children to be evaluated. */
export interface Task {
  readonly tiemchung: 'cohort'
  readonly task: number
  readonly on: string
  readonly columns: CohortColumns
}

/** The answers, with the columns back, or the code of what went wrong. */
export type TaskAnswer = { readonly tiemchung: 'cohort-told'; readonly task: number } & (
  | { readonly columns: CohortColumns; readonly answers: CohortAnswers }
  | { readonly code: string }
)

function isOurs(message: unknown, kind: string): boolean {
  if (typeof message !== 'object' || message === null) return false
  const { tiemchung, task } = message as Readonly<Record<string, unknown>>
  return tiemchung === kind && typeof task === 'number'
}

export const isTask = (message: unknown): message is Task => isOurs(message, 'cohort')
export const isAnswer = (message: unknown): message is TaskAnswer => isOurs(message, 'cohort-told')

/** The memory behind columns, each piece once: it travels instead of being copied. */
export function buffersOf(...all: readonly (CohortColumns | CohortAnswers)[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const columns of all) {
    for (const column of Object.values(columns) as unknown[]) {
      if (ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer) {
        buffers.add(column.buffer)
      }
    }
  }
  return [...buffers]
}
