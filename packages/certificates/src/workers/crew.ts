import { InputError } from '@tiemchung/core'
import { workerErrors } from '../errors/worker-errors.js'
import type { VerificationReport } from '../verify/index.js'
import { isAnswer } from './message.js'
import { onEnd, onMessage, type PortLike } from './port.js'

interface Running {
  readonly resolve: (reports: readonly VerificationReport[]) => void
  readonly reject: (error: InputError) => void
}

interface Hand {
  readonly port: PortLike
  readonly running: Map<number, Running>
  gone: boolean
}

const failure = (code: string) =>
  new InputError(workerErrors, 'certificate-verify.worker', { params: { code } })

/** Workers and what each is at. A batch goes to the one that is at the fewest. */
export class Crew {
  readonly #hands: readonly Hand[]
  #tasks = 0

  constructor(ports: readonly PortLike[]) {
    if (ports.length === 0) throw failure('none')
    this.#hands = ports.map((port): Hand => ({ port, running: new Map(), gone: false }))
    for (const hand of this.#hands) {
      onMessage(hand.port, (message) => {
        this.#hear(hand, message)
      })
      onEnd(hand.port, () => {
        this.#lose(hand)
      })
    }
  }

  /** The reports of a batch. It rejects when its worker fails or is gone: nothing of it is known then. */
  verify(texts: readonly string[]): Promise<readonly VerificationReport[]> {
    return new Promise((resolve, reject) => {
      const [hand] = this.#hands
        .filter(({ gone }) => !gone)
        .sort((left, right) => left.running.size - right.running.size)
      if (hand === undefined) {
        reject(failure('gone'))
        return
      }
      const task = this.#tasks
      this.#tasks += 1
      hand.running.set(task, { resolve, reject })
      hand.port.postMessage({ tiemchung: 'verify', task, texts })
    })
  }

  #hear({ running }: Hand, message: unknown): void {
    if (!isAnswer(message)) return
    const waiting = running.get(message.task)
    running.delete(message.task)
    if ('reports' in message) waiting?.resolve(message.reports)
    else waiting?.reject(failure(message.code))
  }

  #lose(hand: Hand): void {
    hand.gone = true
    for (const { reject } of hand.running.values()) reject(failure('gone'))
    hand.running.clear()
  }
}
