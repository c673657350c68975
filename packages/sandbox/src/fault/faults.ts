import * as z from 'zod'

/** A fault that was scripted: which requests it meets, what it does, how often. */
export const faultSchema = z.strictObject({
  match: z.strictObject({
    method: z.string().optional(),
    /** A path, or the start of one. */
    path: z.string(),
  }),
  /**
   * `delay` before the request is handled; `status` instead of it; `drop-after-commit`: it is handled,
   * and the connection breaks before the answer; `status-after-commit`: it is handled, and answered by
   * the status; `slow-body`: the answer comes in trickles; `cut-body`: it is handled, and the answer breaks off in the
   * middle; `token-expired-in-body`: it is not handled, and
   * a 200 says in its body that the session is over.
   */
  kind: z.enum([
    'delay',
    'status',
    'drop-after-commit',
    'status-after-commit',
    'slow-body',
    'cut-body',
    'token-expired-in-body',
  ]),
  times: z.int().min(1).default(1),
  /** Requests that pass before it begins. */
  after: z.int().min(0).default(0),
  status: z.int().min(400).max(599).default(503),
  ms: z.int().min(0).max(60_000).default(100),
  retryAfterSeconds: z.int().min(0).max(3600).optional(),
})

/** A scripted fault, with its defaults filled in. */
export type Fault = z.output<typeof faultSchema>
/** A scripted fault, as it is asked for. */
export type FaultInput = z.input<typeof faultSchema>

/** The script of faults, in the order in which it was written. */
export interface Faults {
  add(fault: FaultInput): void
  clear(): void
  /** The fault that this request meets, if any; it is used up by that. */
  meet(method: string, path: string): Fault | undefined
  /** How many requests met a fault. */
  readonly met: number
}

/** An empty script. */
export function faultScript(): Faults {
  let script: { fault: Fault; before: number; left: number }[] = []
  let met = 0
  return {
    add: (input) => {
      const fault = faultSchema.parse(input)
      script.push({ fault, before: fault.after, left: fault.times })
    },
    clear: () => {
      script = []
    },
    meet: (method, path) => {
      const entry = script.find(
        ({ fault, left }) =>
          left > 0 &&
          path.startsWith(fault.match.path) &&
          (fault.match.method === undefined || fault.match.method === method),
      )
      if (entry === undefined) return undefined
      if (entry.before > 0) {
        entry.before -= 1
        return undefined
      }
      entry.left -= 1
      met += 1
      return entry.fault
    },
    get met() {
      return met
    },
  }
}
