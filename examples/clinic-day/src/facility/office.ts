/** The way to a facility's process from outside: start it, ask it, see it die, start it again. */
import { type ChildProcess, fork } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { formatInstant } from '@tiemchung/core'
import type { CallName, Calls, FacilityStart, Said } from './calls.js'

/** The process came to its end before it had answered. */
export class OfficeDied extends Error {
  override readonly name = 'OfficeDied'
}

/** A facility whose process runs. */
export interface Office {
  readonly code: string
  readonly pid: number | undefined
  /** @throws OfficeDied when the process ends before it answers */
  ask<Name extends CallName>(
    name: Name,
    input: Calls[Name]['input'],
  ): Promise<Calls[Name]['output']>
  /** Starts the process again, at this time of day. */
  restart(at: Date): void
  close(): Promise<void>
}

type Waiting = {
  readonly resolve: (output: unknown) => void
  readonly reject: (cause: Error) => void
}

export type Progress = (label: string, done: number, total: number) => void

/** One run of a facility's process and the calls that wait for it. */
class Run {
  readonly child: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  private calls = 0
  private ended = false

  constructor(start: FacilityStart, progress: Progress) {
    const file = fileURLToPath(new URL('./main.ts', import.meta.url))
    this.child = fork(file, [JSON.stringify(start)], { execArgv: process.execArgv })
    this.child.on('message', (said: Said) => {
      if (said.kind === 'progress') progress(`${said.label} ${start.code}`, said.done, said.total)
      else this.settle(said)
    })
    this.child.once('exit', () => {
      this.ended = true
      for (const { reject } of this.waiting.values()) reject(new OfficeDied(start.code))
      this.waiting.clear()
    })
  }

  private settle(said: Exclude<Said, { kind: 'progress' }>): void {
    const one = this.waiting.get(said.call)
    this.waiting.delete(said.call)
    if (said.kind === 'answer') one?.resolve(said.output)
    else one?.reject(new Error(said.message))
  }

  ask(name: CallName, input: unknown): Promise<unknown> {
    if (this.ended) return Promise.reject(new OfficeDied(name))
    const call = (this.calls += 1)
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject })
      this.child.send({ call, name, input })
    })
  }
}

/** Starts a facility's process. */
export function openOffice(start: FacilityStart, progress: Progress): Office {
  let run = new Run(start, progress)
  return {
    code: start.code,
    get pid() {
      return run.child.pid
    },
    ask: (name, input) => run.ask(name, input) as Promise<never>,
    restart: (at) => {
      run = new Run({ ...start, at: formatInstant(at) }, progress)
    },
    close: async () => {
      await run.ask('close', null)
      run.child.disconnect()
    },
  }
}
