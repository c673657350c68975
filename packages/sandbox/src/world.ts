/** The host of the sandbox: Node. This file and `main.ts` alone touch it. */
import { createHash, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'
import { type Clock, systemClock, systemRandom, toBase64Url, uuidv7 } from '@tiemchung/core'
import type { Uuid } from '@tiemchung/core'

/** What the sandbox needs from outside. Its clock can be moved. */
export interface SandboxWorld {
  readonly clock: Clock & { set(to: Date | undefined): void }
  newId(): Uuid
  /** A random secret, for tokens and passwords. */
  newSecret(): string
  /** Six random digits. */
  newCode(): string
  hash(text: string | Uint8Array): string
  hashPassword(password: string, salt: string): string
  same(left: string, right: string): boolean
  sleep(milliseconds: number): Promise<void>
  /** Sends JSON to an address of this machine; whether it came is not known. */
  post(address: string, body: object): Promise<void>
  /** Posts a text, follows nowhere, and gives the status; undefined when none came within ten seconds. */
  send(address: string, body: string, headers: object): Promise<number | undefined>
}

/** A clock that can be moved, and runs on from where it was moved to; undefined: the other's time again. */
export function movableClock(under: Clock = systemClock): SandboxWorld['clock'] {
  let ahead = 0
  return {
    now: () => new Date(under.now().getTime() + ahead),
    set: (to) => {
      ahead = to === undefined ? 0 : to.getTime() - under.now().getTime()
    },
  }
}

/** The host's world around a clock. */
export function sandboxWorld(clock: SandboxWorld['clock']): SandboxWorld {
  return {
    clock,
    newId: () => uuidv7({ clock, random: systemRandom }),
    newSecret: () => toBase64Url(systemRandom.bytes(24)),
    newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    hashPassword: (password, salt) => scryptSync(password, salt, 32, { N: 1024 }).toString('hex'),
    same: (left, right) => {
      const [one, other] = [Buffer.from(left), Buffer.from(right)]
      return one.length === other.length && timingSafeEqual(one, other)
    },
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    post: async (address, body) => {
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify(body) }
      await fetch(address, request).catch(() => undefined)
    },
    send: async (address, body, headers) => {
      const signal = AbortSignal.timeout(10_000)
      const request = { method: 'POST', redirect: 'manual', body, signal } as const
      try {
        const answer = await fetch(address, { ...request, headers: { ...headers } })
        await answer.body?.cancel()
        return answer.status
      } catch {
        return undefined
      }
    },
  }
}
