/** Trust by what is pinned and kept on this machine. */
import type { RevocationSource } from '@tiemchung/certificates'
import { openRevocationList } from '@tiemchung/certificates/revocation'
import type { Language } from '@tiemchung/core'
import type { Io } from '../io.js'
import { loadCertificates } from './load-certificates.js'
import { loadSignedList } from './load-list.js'
import { readState, type TrustState, writeState } from './state.js'
import type { LoadedFile, TrustTerms } from './terms.js'
import { isAddress, isCurrent } from './update-list.js'
import { updateOne } from './update-one.js'

/** Where it is kept, and whether lists may be fetched. */
export interface KeptOptions {
  readonly state?: string
  readonly offline?: boolean
}

/** What is kept, with lists that are overdue brought up to date first, unless that is not wanted. */
export async function currentState(
  io: Io,
  options: KeptOptions,
  terms: Pick<TrustTerms, 'at' | 'policy'>,
  language: Language,
): Promise<TrustState> {
  let state = await readState(io, options.state)
  if (options.offline === true) return state
  const overdue = state.lists.filter((list) => isAddress(list.source) && !isCurrent(list, terms))
  for (const { source } of overdue) {
    const updated = await updateOne(io, source, state, terms, language)
    if (updated.state !== state) await writeState(io, options.state, updated.state)
    state = updated.state
  }
  return state
}

/** The terms that a state sets: its authorities, its pins and its publishers. */
export function termsIn(state: TrustState, terms: TrustTerms): TrustTerms {
  return {
    ...terms,
    anchors: state.authorities.map(({ country, der }) => ({ country, certificate: der })),
    pins: state.signers.map(({ sha256 }) => sha256),
    keys: state.publishers.map(({ der }) => der),
  }
}

const noList: Readonly<Record<Language, string>> = {
  vi: 'Đã ghim, nhưng chưa có danh sách bên ký nào: chạy tiemchung trust update ĐỊA-CHỈ.',
  en: 'Something is pinned, and there is no list of signers yet: run tiemchung trust update ADDRESS.',
}

/** Says why nobody is believed though somebody was pinned: authorities and publishers vouch for signers alone. */
export function sayMissingList(io: Io, state: TrustState, language: Language): void {
  const { authorities, publishers, signers, lists } = state
  if (authorities.length + publishers.length === 0 || signers.length > 0) return
  if (!lists.some(({ kind }) => kind === 'trust')) io.say(noList[language])
}

/** The keys of all that is kept. */
export async function loadKept(state: TrustState, terms: TrustTerms): Promise<LoadedFile[]> {
  const loaded: LoadedFile[] = []
  for (const { country, der } of state.signers) {
    loaded.push(await loadCertificates([der], country, terms, ['--state']))
  }
  for (const { kind, bytes, state: previous } of state.lists) {
    if (kind === 'trust') loaded.push(await loadSignedList(bytes, { ...terms, previous }))
  }
  return loaded
}

/** The revocation lists that are kept. */
export async function keptRevocation(
  state: TrustState,
  { at }: Pick<TrustTerms, 'at'>,
): Promise<readonly RevocationSource[]> {
  const keys = state.publishers.map(({ der }) => der)
  const lists = state.lists.filter(({ kind }) => kind === 'revocation')
  return Promise.all(
    lists.map(({ bytes, state: previous }) =>
      openRevocationList([bytes], { pins: keys, keys, at, previous }),
    ),
  )
}
