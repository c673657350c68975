import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSocketServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { fromUtf8, utf8 } from '@tiemchung/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchDocument, type FetchDocumentOptions } from './fetch-document.js'

type Handle = (request: IncomingMessage, response: ServerResponse) => void

let asked: IncomingMessage[] = []
let handle: Handle = (_, response) => response.end()

const server = createServer((request, response) => {
  asked.push(request)
  handle(request, response)
})
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Asks the test server, which answers like this. */
function ask(answer: Handle, options: FetchDocumentOptions = {}, path = '/list.json') {
  asked = []
  handle = answer
  return fetchDocument(`http://localhost:${port}${path}`, options)
}

const answering =
  (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
    status = 200,
  ): Handle =>
  (_, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }

const code = (name: string) =>
  expect.objectContaining({ code: `certificate-fetch.${name}` }) as Error

/** What a fetch of our own answers. */
const fake = (answer: object) => () =>
  Promise.resolve({ status: 200, headers: new Headers(), body: null, ...answer })

const address = 'https://lists.example/trust.json'

describe('fetchDocument', () => {
  it('gives the bytes and the ETag', async () => {
    const fetched = await ask(answering('{"a":"Mẫu"}', { etag: '"42"' }))
    expect(fetched).toEqual({ status: 'fresh', bytes: utf8('{"a":"Mẫu"}'), etag: '"42"' })
    expect(asked[0]?.headers).not.toHaveProperty('if-none-match')
    expect(asked[0]?.headers).not.toHaveProperty('cookie')
  })

  it('is unchanged when the server says so of the ETag that we sent', async () => {
    expect(await ask(answering('', {}, 304), { etag: 'W/"42"' })).toEqual({ status: 'unchanged' })
    expect(asked[0]?.headers['if-none-match']).toBe('W/"42"')
  })

  it('gives the new bytes when they have changed', async () => {
    const fetched = await ask(answering('{}', { etag: '"43"' }), { etag: '"42"' })
    expect(fetched).toMatchObject({ status: 'fresh', etag: '"43"' })
  })

  it('does not take 304 for an answer when it sent no ETag', async () => {
    await expect(ask(answering('', {}, 304))).rejects.toThrow(code('status'))
  })

  it.each(['42', '"4\n2"', '"4"2"', `"${'a'.repeat(1024)}"`, ''])(
    'neither keeps nor sends what is no ETag: %j',
    async (etag) => {
      const stated = etag.includes('\n') || etag === '' ? {} : { etag }
      const fetched = await ask(answering('{}', stated), { etag })
      expect(fetched).toMatchObject({ status: 'fresh', etag: undefined })
      expect(asked[0]?.headers).not.toHaveProperty('if-none-match')
    },
  )

  it.each([
    'http://lists.example/trust.json',
    'http://127.0.0.2/trust.json',
    'http://localhost.example/trust.json',
    'https://name:word@lists.example/trust.json',
    'https://name@lists.example/',
    'file:///etc/passwd',
    'data:application/json,{}',
    '/trust.json',
    '',
  ])('does not ask %s', async (wrong) => {
    let requests = 0
    const fetch = () => {
      requests += 1
      return Promise.reject(new Error('asked'))
    }
    await expect(fetchDocument(wrong, { fetch })).rejects.toThrow(code('address'))
    expect(requests).toBe(0)
  })

  it.each(['https://lists.example/x', 'http://localhost:1/x', 'http://[::1]:1/x'])(
    'asks %s',
    async (sound) => {
      expect(await fetchDocument(sound, { fetch: fake({}) })).toMatchObject({ status: 'fresh' })
    },
  )

  it.each([
    { timeoutMs: 0 },
    { timeoutMs: Number.NaN },
    { maxBytes: -1 },
    { maxBytes: Number.NaN },
  ])('refuses the limits %j', async (limits) => {
    await expect(fetchDocument(address, { ...limits, fetch: fake({}) })).rejects.toThrow(
      code('limits'),
    )
  })

  describe('bytes', () => {
    it('reads up to the cap and not one more', async () => {
      const body = 'x'.repeat(1000)
      expect(await ask(answering(body), { maxBytes: 1000 })).toMatchObject({ status: 'fresh' })
      await expect(ask(answering(body), { maxBytes: 999 })).rejects.toThrow(code('too-large'))
      expect(await ask(answering(''), { maxBytes: 0 })).toMatchObject({ status: 'fresh' })
    })

    it('refuses a stated length above the cap before it reads', async () => {
      let read = false
      const body = {
        getReader: () => {
          read = true
          throw new Error('read')
        },
        cancel: () => Promise.reject(new Error('cannot')),
      }
      const headers = new Headers({ 'content-length': '1001' })
      const fetch = fake({ headers, body })
      await expect(fetchDocument(address, { fetch, maxBytes: 1000 })).rejects.toThrow(
        code('too-large'),
      )
      expect(read).toBe(false)
    })

    it('stops an endless body at the cap', async () => {
      let written = 0
      const endless: Handle = (_, response) => {
        const more = () => {
          if (response.destroyed) return
          written += 16_384
          response.write(new Uint8Array(16_384))
          setImmediate(more)
        }
        more()
      }
      await expect(ask(endless, { maxBytes: 100_000 })).rejects.toThrow(code('too-large'))
      expect(written).toBeLessThan(50_000_000)
    })

    it('stops a body that grows when it is unpacked', async () => {
      const bomb = gzipSync(new Uint8Array(20_000_000))
      expect(bomb.length).toBeLessThan(100_000)
      const headers = { 'content-encoding': 'gzip', 'content-length': String(bomb.length) }
      await expect(ask(answering(bomb, headers), { maxBytes: 100_000 })).rejects.toThrow(
        code('too-large'),
      )
      const small = gzipSync('{}')
      const fetched = await ask(answering(small, { 'content-encoding': 'gzip' }))
      expect(fetched.status === 'fresh' && fromUtf8(fetched.bytes)).toBe('{}')
    })

    it('does not believe a stated length that is too small', async () => {
      const chunks = [new Uint8Array(60), new Uint8Array(60)]
      let cancelled = false
      const body = {
        getReader: () => ({
          read: () => Promise.resolve({ done: chunks.length === 0, value: chunks.shift() }),
          cancel: () => {
            cancelled = true
            return Promise.resolve()
          },
        }),
        cancel: () => Promise.resolve(),
      }
      const fetch = fake({ headers: new Headers({ 'content-length': '10' }), body })
      await expect(fetchDocument(address, { fetch, maxBytes: 100 })).rejects.toThrow(
        code('too-large'),
      )
      expect(cancelled).toBe(true)
    })

    it('ends a body of nothing but empty chunks', async () => {
      const read = () => Promise.resolve({ done: false, value: new Uint8Array() })
      const cancel = () => Promise.resolve()
      const body = { getReader: () => ({ read, cancel }), cancel }
      await expect(
        fetchDocument(address, { fetch: fake({ body }), maxBytes: 1000 }),
      ).rejects.toThrow(code('too-large'))
    })

    it('gathers a body of single octets, and keeps no more of it than its bytes', async () => {
      const most = 300_000
      const host = new Uint8Array(64).fill(7)
      let given = 0
      const read = () => {
        given += 1
        return Promise.resolve({ done: given > most, value: host.subarray(0, 1) })
      }
      const cancel = () => Promise.resolve()
      const body = { getReader: () => ({ read, cancel }), cancel }
      const fetched = await fetchDocument(address, { fetch: fake({ body }), maxBytes: most })
      expect(fetched).toMatchObject({ status: 'fresh', bytes: { length: most } })
      const bytes = fetched.status === 'fresh' ? fetched.bytes : new Uint8Array()
      expect([bytes.every((octet) => octet === 7), bytes.buffer.byteLength]).toEqual([true, most])
    })

    it('refuses chunks that are no bytes', async () => {
      const read = () => Promise.resolve({ done: false, value: 'text' })
      const cancel = () => Promise.resolve()
      const body = { getReader: () => ({ read, cancel }), cancel }
      await expect(fetchDocument(address, { fetch: fake({ body }) })).rejects.toThrow(
        code('network'),
      )
    })

    it('says that a body was cut short', async () => {
      const cut: Handle = (_, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{')
        setTimeout(() => response.destroy(), 20)
      }
      await expect(ask(cut)).rejects.toThrow(code('network'))
    })

    it('reads at once, where the host has no streams, only what states its length', async () => {
      const whole = (bytes: number, headers: object) =>
        fake({
          body: undefined,
          headers: new Headers(headers as HeadersInit),
          arrayBuffer: () => Promise.resolve(new ArrayBuffer(bytes)),
        })
      const fetchWith = (bytes: number, headers: object) =>
        fetchDocument(address, { fetch: whole(bytes, headers), maxBytes: 100 })
      expect(await fetchWith(100, { 'content-length': '100' })).toMatchObject({ status: 'fresh' })
      await expect(fetchWith(10, {})).rejects.toThrow(code('too-large'))
      await expect(fetchWith(10, { 'content-length': 'many' })).rejects.toThrow(code('too-large'))
      await expect(fetchWith(101, { 'content-length': '1' })).rejects.toThrow(code('too-large'))
      await expect(fetchWith(10, { 'content-length': '101' })).rejects.toThrow(code('too-large'))
    })
  })

  describe('time', () => {
    it.each<[string, Handle]>([
      ['never answers', () => undefined],
      [
        'drips',
        (_, response) => {
          const timer = setInterval(() => response.write(' '), 5)
          response.on('close', () => {
            clearInterval(timer)
          })
        },
      ],
    ])('ends with a server that %s', async (_, answer) => {
      await expect(ask(answer, { timeoutMs: 100 })).rejects.toThrow(
        expect.objectContaining({ code: 'certificate-fetch.timeout', retryable: true }),
      )
    })

    it('counts redirects and body together', async () => {
      const on: Handle = (request, response) => {
        const hop = Number(request.url?.slice(1))
        setTimeout(() => {
          response.writeHead(302, { location: `/${hop + 1}` })
          response.end()
        }, 40)
      }
      await expect(ask(on, { timeoutMs: 100 }, '/0')).rejects.toThrow(code('timeout'))
    })

    it('ends with a fetch that listens to no signal', async () => {
      const fetch = () => new Promise(() => undefined)
      await expect(fetchDocument(address, { fetch, timeoutMs: 20 })).rejects.toThrow(
        code('timeout'),
      )
    })

    it('takes limits that a timer cannot count', async () => {
      const timeoutMs = Number.POSITIVE_INFINITY
      expect(await ask(answering('{}'), { timeoutMs })).toMatchObject({ status: 'fresh' })
    })

    it('ends with the caller’s reason when the caller gives up', async () => {
      const controller = new AbortController()
      const waiting = ask(() => undefined, { signal: controller.signal })
      controller.abort(new Error('enough'))
      await expect(waiting).rejects.toThrow('enough')
      await expect(ask(answering('{}'), { signal: controller.signal })).rejects.toThrow('enough')
    })

    it('leaves nothing behind on the caller’s signal', async () => {
      let listeners = 0
      const signal = {
        aborted: false,
        reason: undefined,
        addEventListener: () => {
          listeners += 1
        },
        removeEventListener: () => {
          listeners -= 1
        },
      }
      await ask(answering('{}'), { signal })
      expect(listeners).toBe(0)
    })
  })

  describe('redirects', () => {
    const to =
      (location: string, status = 302): Handle =>
      (request, response) => {
        if (request.url === '/there') return answering('{"there":1}')(request, response)
        response.writeHead(status, { location })
        response.end('moved')
      }

    it.each([301, 302, 303, 307, 308])('follows %i within the origin', async (status) => {
      const fetched = await ask(to('/there', status), { etag: '"1"' })
      expect(fetched.status === 'fresh' && fromUtf8(fetched.bytes)).toBe('{"there":1}')
      expect(asked).toHaveLength(2)
      expect(asked[1]?.headers['if-none-match']).toBe('"1"')
    })

    it.each<[string, (own: number) => string]>([
      ['another host', () => 'https://lists.example/there'],
      ['another name of this machine', (own) => `http://127.0.0.1:${own}/there`],
      ['another port', () => 'http://localhost:1/there'],
      ['another scheme', (own) => `https://localhost:${own}/there`],
      ['a file', () => 'file:///etc/passwd'],
      ['no address', () => 'http://['],
      ['an address with a password', (own) => `http://a:b@localhost:${own}/there`],
      ['a blob of its own', (own) => `blob:http://localhost:${own}/there`],
      ['itself', () => '/list.json'],
    ])('does not follow to %s', async (_, location) => {
      await expect(ask(to(location(port)))).rejects.toThrow(code('redirect'))
    })

    it('does not follow to nowhere', async () => {
      await expect(ask(answering('', {}, 302))).rejects.toThrow(code('redirect'))
    })

    it('stops after five', async () => {
      const on: Handle = (request, response) => {
        const hop = Number(request.url?.slice(1))
        if (hop === 5) return answering('{}')(request, response)
        response.writeHead(302, { location: `/${hop + 1}` })
        response.end()
      }
      expect(await ask(on, {}, '/0')).toMatchObject({ status: 'fresh' })
      await expect(ask(to('/list.json'))).rejects.toThrow(code('redirect'))
      expect(asked).toHaveLength(6)
    })

    it('refuses what a host followed by itself, or hides', async () => {
      const elsewhere = fake({ url: 'https://other.example/trust.json' })
      await expect(fetchDocument(address, { fetch: elsewhere })).rejects.toThrow(code('redirect'))
      const hidden = fake({ type: 'opaqueredirect', status: 0 })
      await expect(fetchDocument(address, { fetch: hidden })).rejects.toThrow(code('redirect'))
      const same = fake({ url: 'https://lists.example/other.json' })
      expect(await fetchDocument(address, { fetch: same })).toMatchObject({ status: 'fresh' })
    })
  })

  it.each([
    [404, false],
    [204, false],
    [206, false],
    [429, true],
    [503, true],
  ])('refuses status %i; to be tried again: %s', async (status, retryable) => {
    await expect(ask(answering('', {}, status))).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-fetch.status', status, retryable }),
    )
  })

  it('says that the network failed, and keeps the address out of it', async () => {
    const closed = createSocketServer((socket: Socket) => socket.destroy())
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port: dead } = closed.address() as AddressInfo
    const failure = await fetchDocument(`http://localhost:${dead}/secret-path`).catch(
      (caught: unknown) => caught,
    )
    closed.close()
    expect(failure).toMatchObject({ code: 'certificate-fetch.network', retryable: true })
    expect(JSON.stringify(failure)).not.toContain('secret-path')
    expect(String((failure as Error).stack)).not.toContain('secret-path')
  })
})
