import { formatInstant, type Language, parseInstant } from '@tiemchung/core'
import type { ExitCode } from '../../exit-code.js'
import type { Io } from '../../io.js'
import { type KeptList, readState, stateFile, type TrustState } from '../../trust/state.js'
import { ageTerms } from '../../trust/age.js'
import { isCurrent, type UpdateTerms } from '../../trust/update-list.js'

/** The options of `trust show`. */
export interface ShowCommand {
  readonly state?: string
  readonly maxAge?: string
  readonly json?: boolean
}

const hour = 3_600_000

interface Words {
  readonly nothing: string
  readonly authority: string
  readonly signer: string
  readonly publisher: string
  readonly list: Readonly<Record<KeptList['kind'], string>>
  readonly about: (list: KeptList, hours: number) => string
  readonly current: string
  readonly overdue: string
}

const words: Readonly<Record<Language, Words>> = {
  vi: {
    nothing:
      'Chưa ghim khoá nào, nên mọi câu trả lời là chưa kết luận được. Không có khoá công khai nào của Việt Nam đi kèm: lấy từ nơi cấp rồi chạy tiemchung trust pin.',
    authority: 'cơ quan gốc',
    signer: 'bên ký',
    publisher: 'nơi phát hành danh sách',
    list: { trust: 'danh sách tin cậy', revocation: 'danh sách thu hồi' },
    about: ({ state, issuedAt, nextUpdate }, hours) =>
      `số ${state.sequence}, lập ${issuedAt} (${hours} giờ trước), cập nhật kế tiếp ${nextUpdate}`,
    current: 'còn hiệu lực',
    overdue: 'quá hạn: chạy tiemchung trust update',
  },
  en: {
    nothing:
      'No key is pinned, so every answer is indeterminate. No public key of Viet Nam ships with this: get it from the issuer, then run tiemchung trust pin.',
    authority: 'authority',
    signer: 'signer',
    publisher: 'publisher of lists',
    list: { trust: 'trust list', revocation: 'revocation list' },
    about: ({ state, issuedAt, nextUpdate }, hours) =>
      `number ${state.sequence}, issued ${issuedAt} (${hours} hours ago), next update ${nextUpdate}`,
    current: 'current',
    overdue: 'overdue: run tiemchung trust update',
  },
}

const ageOf = ({ issuedAt }: KeptList, at: Date) =>
  Math.floor((at.getTime() - parseInstant(issuedAt).getTime()) / hour)

function shown(state: TrustState, terms: UpdateTerms): object {
  const certificates = (items: TrustState['signers']) =>
    items.map(({ country, sha256 }) => ({ country, sha256 }))
  return {
    at: formatInstant(terms.at),
    publishers: state.publishers.map(({ sha256 }) => ({ sha256 })),
    authorities: certificates(state.authorities),
    signers: certificates(state.signers),
    lists: state.lists.map((list) => {
      const { bytes: _bytes, state: seen, ...head } = list
      const age = { ageHours: ageOf(list, terms.at), current: isCurrent(list, terms) }
      return { ...head, sequence: seen.sequence, ...age }
    }),
  }
}

function sayState(io: Io, state: TrustState, terms: UpdateTerms, language: Language): void {
  const says = words[language]
  for (const { country, sha256 } of state.authorities)
    io.out(`${says.authority} ${country} ${sha256}`)
  for (const { country, sha256 } of state.signers) io.out(`${says.signer} ${country} ${sha256}`)
  for (const { sha256 } of state.publishers) io.out(`${says.publisher} ${sha256}`)
  for (const list of state.lists) {
    const word = isCurrent(list, terms) ? says.current : says.overdue
    io.out(
      `${says.list[list.kind]} ${list.source}: ${says.about(list, ageOf(list, terms.at))}; ${word}`,
    )
  }
}

/** Shows what is pinned and kept, with the age of each list. Nothing pinned, or a list overdue, is 2. */
export async function trustShow(
  io: Io,
  command: ShowCommand,
  language: Language,
): Promise<ExitCode> {
  const state = await readState(io, command.state)
  const terms = { at: io.clock.now(), ...ageTerms(command.maxAge) }
  const { publishers, authorities, signers, lists } = state
  if (command.json === true) io.out(JSON.stringify(shown(state, terms)))
  else {
    sayState(io, state, terms, language)
    io.say(stateFile(io, command.state))
  }
  const isEmpty = publishers.length + authorities.length + signers.length === 0
  if (isEmpty) io.say(words[language].nothing)
  return isEmpty || !lists.every((list) => isCurrent(list, terms)) ? 2 : 0
}
