import { parsePin, type Pin, pinOf } from '@tiemchung/certificates/signed'
import { InputError, type Language, ParseError } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'
import type { ExitCode } from '../../exit-code.js'
import { bytesOf, optionOf } from '../../input.js'
import type { Io } from '../../io.js'
import { countryOf } from '../../trust/load-certificates.js'
import { readState, type TrustState, writeState } from '../../trust/state.js'
import { readTrustFile, type TrustFile } from '../../trust/trust-file.js'

/** The options of `trust pin`. */
export interface PinCommand {
  readonly sha256?: string
  readonly state?: string
}

/** Something that can be vouched for. */
interface Candidate {
  readonly sha256: Pin
  readonly der: Uint8Array
}

type Words = Readonly<
  Record<
    'compare' | 'differs' | 'again' | 'authority' | 'signer' | 'publisher' | 'kept' | 'gone',
    string
  >
>

const words: Readonly<Record<Language, Words>> = {
  vi: {
    compare:
      'Chưa ghim gì. Đối chiếu SHA-256 với nơi phát hành qua điện thoại hoặc văn bản, không qua trang đã tải tệp.',
    again: 'Nếu đúng, chạy lại với:',
    differs: 'Không có gì trong tệp có SHA-256 này. Không dùng tệp; hỏi lại nơi phát hành.',
    authority: 'cơ quan gốc của nước',
    signer: 'bên ký chứng nhận của nước',
    publisher: 'nơi phát hành danh sách',
    kept: 'Đã ghim',
    gone: 'Đã bỏ ghim',
  },
  en: {
    compare:
      'Nothing is pinned yet. Compare the SHA-256 with the publisher by telephone or on paper, never with the page that the file came from.',
    again: 'When it is the same, run this again with:',
    differs: 'Nothing in the file has this SHA-256. Do not use the file; ask its publisher.',
    authority: 'authority of the country',
    signer: 'signer of certificates of the country',
    publisher: 'publisher of lists',
    kept: 'Pinned',
    gone: 'No longer pinned',
  },
}

async function candidatesOf(file: TrustFile): Promise<readonly Candidate[]> {
  if (file.kind !== 'certificates' && file.kind !== 'keys') {
    throw new ParseError(errorCatalogue, 'cli.pin-kind', { path: ['file'] })
  }
  return Promise.all(file.ders.map(async (der) => ({ der, sha256: await pinOf(der) })))
}

const without = <Item extends Candidate>(items: readonly Item[], { sha256 }: Candidate) =>
  items.filter((item) => item.sha256 !== sha256)

type Role = 'authority' | 'signer' | 'publisher'

/** What it can be pinned as: an authority vouches for signers, a signer for certificates, a publisher for lists. */
function roleOf({ der }: Candidate, { kind }: TrustFile): Role {
  if (kind === 'keys') return 'publisher'
  const { basicConstraints } = readCertificate(der).extensions
  return basicConstraints?.ca === true ? 'authority' : 'signer'
}

/** The role in words, with the country where it has one. */
function named(role: Role, { der }: Candidate, stated: string | undefined, says: Words): string {
  if (role === 'publisher') return says.publisher
  return [says[role], stated ?? countryOf(der)].filter(Boolean).join(' ')
}

/** A state in which it is pinned. */
function pinned(
  state: TrustState,
  candidate: Candidate,
  file: TrustFile,
  stated: string | undefined,
): TrustState {
  const role = roleOf(candidate, file)
  if (role === 'publisher') {
    return { ...state, publishers: [...without(state.publishers, candidate), candidate] }
  }
  const country = stated ?? countryOf(candidate.der)
  if (country === undefined) throw new InputError(errorCatalogue, 'cli.country', { path: ['file'] })
  const one = { ...candidate, country }
  const place = role === 'authority' ? 'authorities' : 'signers'
  return { ...state, [place]: [...without(state[place], one), one] }
}

/**
 * Vouches for a certificate or a publisher's key by its SHA-256. Without one it says what the file has, and pins
 * nothing: that is undecided (2). Another one than the file's is refused (1).
 */
export async function trustPin(
  io: Io,
  argument: string,
  command: PinCommand,
  language: Language,
): Promise<ExitCode> {
  const says = words[language]
  const [, country, path = argument] = /^([A-Z]{2})=(.+)$/.exec(argument) ?? []
  const file = readTrustFile(await bytesOf(io, path, ['file']), ['file'])
  const candidates = await candidatesOf(file)
  if (command.sha256 === undefined) {
    io.say(says.compare)
    io.say(says.again)
    for (const one of candidates) {
      io.say(`${named(roleOf(one, file), one, country, says)}:`)
      io.out(`--sha256 ${one.sha256}`)
    }
    return 2
  }
  const wanted = optionOf('--sha256', command.sha256, parsePin)
  const found = candidates.find(({ sha256 }) => sha256 === wanted)
  if (found === undefined) {
    io.say(says.differs)
    return 1
  }
  const state = pinned(await readState(io, command.state), found, file, country)
  await writeState(io, command.state, state)
  io.say(`${says.kept}: ${named(roleOf(found, file), found, country, says)}, ${wanted}`)
  return 0
}

/** Takes back what was vouched for; what nobody vouched for is wrong use. */
export async function trustUnpin(
  io: Io,
  argument: string,
  command: PinCommand,
  language: Language,
): Promise<ExitCode> {
  const sha256 = optionOf('sha256', argument, parsePin)
  const state = await readState(io, command.state)
  const { publishers, authorities, signers } = state
  const known = [...publishers, ...authorities, ...signers].some((one) => one.sha256 === sha256)
  if (!known) throw new InputError(errorCatalogue, 'cli.not-pinned', { path: ['sha256'] })
  const gone = { sha256, der: new Uint8Array() }
  await writeState(io, command.state, {
    ...state,
    publishers: without(publishers, gone),
    authorities: without(authorities, gone),
    signers: without(signers, gone),
  })
  io.say(`${words[language].gone}: ${sha256}`)
  return 0
}
