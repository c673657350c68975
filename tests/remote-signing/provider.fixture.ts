/** The sandbox's signing providers on a port of this machine, and signers that use them. Keys are test keys. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import {
  type Clock,
  isSdkError,
  type Sleep,
  systemSleep,
  toBase64,
  toHex,
  utf8,
} from '@tiemchung/core'
import { schemeOf, type Signer, systemCrypto } from '@tiemchung/core/crypto'
import { createSandbox, type ProviderUser, type Sandbox } from '@tiemchung/sandbox'
import {
  cscV1Profile,
  cscV2Profile,
  mySignProfile,
  openRemoteSigner,
  type ProviderProfile,
  type RemoteSecrets,
  type RemoteSignerOptions,
  smartCaProfile,
} from '@tiemchung/signer-remote'
import { readCertificate } from '@tiemchung/x509'

/** A sandbox that listens. */
export interface Provider {
  readonly sandbox: Sandbox
  readonly address: string
  readonly user: ProviderUser
  /** Everything that must never be told: passwords, PIN, codes, tokens, activation data. */
  readonly secrets: Set<string>
  close(): Promise<void>
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The secrets that answers give out. */
function note(secrets: Set<string>, text: string): void {
  for (const [, secret] of text.matchAll(/"(?:access_token|SAD)":"([^"]+)"/g)) {
    secrets.add(secret ?? '')
  }
}

async function pass(sandbox: Sandbox, secrets: Set<string>, incoming: IncomingMessage) {
  const body = await bodyOf(incoming)
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
  const answer = await sandbox.fetch(
    new Request(`http://provider${incoming.url ?? ''}`, {
      method: incoming.method ?? 'GET',
      headers: Object.fromEntries(headers) as Record<string, string>,
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    }),
  )
  const text = await answer.text()
  note(secrets, text)
  return { answer, text }
}

function listen(sandbox: Sandbox, secrets: Set<string>): Server {
  return createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    pass(sandbox, secrets, incoming).then(
      ({ answer, text }) => {
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
        outgoing.end(text)
      },
      // A dropped answer is a connection that breaks.
      () => incoming.socket.destroy(),
    )
  }).listen(0, '127.0.0.1')
}

export async function startProvider(): Promise<Provider> {
  const sandbox = await createSandbox()
  const [user] = sandbox.providers.users
  if (user === undefined) throw new Error('the sandbox has no users')
  const { client } = sandbox.providers
  const basic = toBase64(utf8(`${user.userId}:${user.password}`))
  const secrets = new Set([user.password, user.pin, client.secret, basic])
  const server = listen(sandbox, secrets)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await sandbox.close()
  }
  return { sandbox, address: `http://127.0.0.1:${port}`, user, secrets, close }
}

/** The flows, as tests name them: profile, and where its host stands in the sandbox. */
export const flows = {
  'csc-v1': { profile: cscV1Profile, host: '/providers' },
  'csc-v2': { profile: { ...cscV2Profile, deferred: false }, host: '/providers' },
  'csc-v2 deferred': { profile: cscV2Profile, host: '/providers' },
  'csc-v2 by PIN': {
    profile: { ...cscV2Profile, consent: 'secrets' } satisfies ProviderProfile,
    host: '/providers',
  },
  'csc-v1 by client': {
    profile: { ...cscV1Profile, login: { kind: 'client' } } satisfies ProviderProfile,
    host: '/providers',
  },
  'csc-v2 by client': {
    profile: { ...cscV2Profile, login: { kind: 'client' } } satisfies ProviderProfile,
    host: '/providers',
  },
  mysign: { profile: mySignProfile, host: '/providers/mysign' },
  smartca: { profile: smartCaProfile, host: '/providers/smartca' },
  'smartca that repeats': {
    profile: {
      ...smartCaProfile,
      repeats: { value: true, from: 'no-repeats' },
    } satisfies ProviderProfile,
    host: '/providers/smartca',
  },
} as const satisfies Record<string, { profile: ProviderProfile; host: string }>

export type FlowName = keyof typeof flows
export const flowNames = Object.keys(flows) as readonly FlowName[]

async function tokenFrom(provider: Provider, more: object): Promise<string> {
  const { sandbox, user, address } = provider
  const body = {
    client_id: sandbox.providers.client.id,
    client_secret: sandbox.providers.client.secret,
    user_id: user.userId,
    password: user.password,
    ...more,
  }
  const answer = await fetch(`${address}/providers/csc/v2/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return String(((await answer.json()) as { access_token: string }).access_token)
}

/** What a provider's user knows. */
export function secretsOf(provider: Provider): RemoteSecrets {
  const { sandbox, user } = provider
  const { client } = sandbox.providers
  return {
    client: () => ({ id: client.id, secret: client.secret, profile: 'test' }),
    user: () => ({ id: user.userId, password: user.password }),
    pin: () => user.pin,
    otp: async () => {
      const [message] = await sandbox.messages({ account: user.userId })
      const code = /\d{8}/.exec(message?.text ?? '')?.[0] ?? ''
      provider.secrets.add(code)
      return code
    },
    accessToken: () => tokenFrom(provider, { scope: 'service' }),
    credentialToken: ({ credential, hashes }) =>
      tokenFrom(provider, {
        scope: 'credential',
        pin: user.pin,
        authorization_details: [
          { credentialID: credential, documentDigests: hashes.map((hash) => ({ hash })) },
        ],
      }),
  }
}

/** Waits fifty times as fast as the profile says. */
export const hurried: Sleep = (milliseconds, signal) => systemSleep(milliseconds / 50, signal)

/** A clock that runs fifty times as fast. */
export function hurriedClock(): Clock {
  const begun = Date.now()
  return { now: () => new Date(begun + (Date.now() - begun) * 50) }
}

/** Opens a signer of a flow for one of the user's keys. */
export async function openSigner(
  provider: Provider,
  flow: FlowName,
  more: Partial<RemoteSignerOptions> & { kind?: 'es256' | 'rs256' } = {},
): Promise<Signer> {
  const { profile, host } = flows[flow]
  const { kind = 'es256', ...others } = more
  const algorithm = kind === 'es256' ? 'ES256' : 'RS256'
  return openRemoteSigner(profile, {
    baseUrl: `${provider.address}${host}`,
    secrets: secretsOf(provider),
    sleep: hurried,
    http: { retry: { baseMs: 5 } },
    algorithm,
    ...others,
  })
}

/** Data that nothing else signs. */
let counter = 0
export function freshData(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, () => {
    counter += 1
    return utf8(`record ${counter}`)
  })
}

export const digestOf = async (data: Uint8Array): Promise<Uint8Array> =>
  systemCrypto.digest('SHA-256', data)

/** How often a key was used for each piece of data. */
export async function operationsOn(
  { sandbox }: Provider,
  data: readonly Uint8Array[],
): Promise<readonly number[]> {
  const digests = await Promise.all(data.map(digestOf))
  return digests.map((digest) => sandbox.providers.operationsOn(toHex(digest)))
}

/** Whether a signature holds, by the platform's own crypto. */
export async function holds(
  signer: Signer,
  data: Uint8Array | undefined,
  signature: Uint8Array | undefined,
): Promise<boolean> {
  if (data === undefined || signature === undefined) return false
  const own = readCertificate(signer.chain[0] ?? new Uint8Array())
  const key = await systemCrypto.importPublicKey(own.spki)
  return systemCrypto.verify(schemeOf[signer.algorithm], key, signature, data)
}

/** The code that a promise ends in, after everything that its error says was searched for secrets. */
export async function endOf(provider: Provider, promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'done'
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    const told = [inspect(caught, { depth: 9, showHidden: true }), JSON.stringify(caught)].join()
    for (const secret of provider.secrets) {
      if (secret !== '' && told.includes(secret))
        throw new Error('a secret was told', { cause: caught })
    }
    return caught.code
  }
}
