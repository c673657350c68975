/** Secrets from where a user put them. */
import { createReadStream } from 'node:fs'
import process from 'node:process'
import { concatBytes, fromUtf8 } from '@tiemchung/core'
import type { SecretSource } from './io.js'

/** Longer than any password. */
const mostBytes = 4096

/** The first line of a descriptor, however its writer ends lines. */
async function firstLine(descriptor: number): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of createReadStream('', { fd: descriptor }) as AsyncIterable<Uint8Array>) {
    parts.push(part)
    length += part.length
    if (length > mostBytes) throw new Error('ETOOLONG')
  }
  const [line = ''] = fromUtf8(concatBytes(...parts)).split(/\r?\n/)
  return line
}

/** The keys of a person's terminal, as far as asking needs them. */
export interface Keys {
  readonly isTTY?: boolean
  setRawMode(raw: boolean): unknown
  on(event: 'data', heard: (typed: Uint8Array | string) => void): unknown
  off(event: 'data', heard: (typed: Uint8Array | string) => void): unknown
  resume(): unknown
  pause(): unknown
}

/** Ctrl-C and Ctrl-D: whoever gives up has not answered. */
const givesUp = new Set(['\u0003', '\u0004'])
const isErase = (letter: string) => letter === '\u007F' || letter === '\b'

/** Asks at a terminal, and shows nothing of what is typed; undefined for nobody, and for who gives up. */
export function askHidden(
  keys: Keys,
  show: (text: string) => void,
  question: string,
): Promise<string | undefined> {
  if (keys.isTTY !== true) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    let letters: readonly string[] = []
    const decoder = new TextDecoder()
    const end = (answer: string | undefined) => {
      keys.off('data', heard)
      keys.setRawMode(false)
      keys.pause()
      letters = []
      show('\n')
      resolve(answer)
    }
    const heard = (typed: Uint8Array | string) => {
      const text = typeof typed === 'string' ? typed : decoder.decode(typed, { stream: true })
      for (const letter of text) {
        if (letter === '\r' || letter === '\n') return end(letters.join(''))
        if (givesUp.has(letter)) return end(undefined)
        letters = isErase(letter) ? letters.slice(0, -1) : [...letters, letter]
      }
    }
    show(question)
    keys.setRawMode(true)
    keys.on('data', heard)
    keys.resume()
  })
}

/** A secret; undefined where it is not to be had. */
export async function readSecret(source: SecretSource): Promise<string | undefined> {
  if ('variable' in source) return process.env[source.variable]
  if ('descriptor' in source) return firstLine(source.descriptor)
  const show = (text: string) => {
    process.stderr.write(text)
  }
  return askHidden(process.stdin, show, source.question)
}
