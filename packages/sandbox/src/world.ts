/** The host of the sandbox: Node. This file and `main.ts` alone touch it. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  randomInt,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'
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
  /** A text that nobody reads without the secret (AES-256-GCM). */
  seal(text: string, secret: string): string
  /** What was sealed; it throws when the secret is another. */
  unseal(sealed: string, secret: string): string
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

const keyFrom = (secret: string): Buffer => createHash('sha256').update(`seal ${secret}`).digest()
const [nonceBytes, tagBytes] = [12, 16]

function seal(text: string, secret: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

function unseal(sealed: string, secret: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const [nonce, rest] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes)]
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), nonce)
  decipher.setAuthTag(rest.subarray(0, tagBytes))
  const text = Buffer.concat([decipher.update(rest.subarray(tagBytes)), decipher.final()])
  return text.toString('utf8')
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
    seal,
    unseal,
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
