import { equalBytes, toHex } from '@tiemchung/core'
import {
  certificateSummary,
  findRevoked,
  issuerCache,
  type PathReport,
  readCertificate,
} from '@tiemchung/x509'
import type { Situation } from '../corpus-x509.js'
import { attempt, attemptNow, endOf } from '../judge.js'
import { type LongRun, must, refused, value } from '../long-run.js'
import type { Random } from '../random.js'
import { reworked } from './changed.js'
import { family, type Kind } from './family.js'
import { readsList } from './lists.js'
import {
  answerBelieved,
  answerChanged,
  askedKind,
  askedOf,
  certificateChanged,
  issuerChanged,
  nonceChanged,
  readAnswerKind,
} from './questions.js'
import {
  queryOf,
  reportOn,
  sameSigned,
  type StatusGround,
  statusGround,
  type Swap,
  verdictWith,
} from './status-ground.js'
import { counted, credulous, x509Code } from './x509-code.js'

/**
 * A source that nobody signed counts for nothing, neither for a certificate nor against it: the verdict is
 * the one without it. Only where the signed bytes are those of a document of the corpus, and what was
 * changed lies outside of them, may it be the verdict with that document.
 */
async function checkSwapped(
  on: StatusGround,
  situation: Situation,
  swap: Swap & { readonly der: Uint8Array },
  { verdict }: PathReport,
): Promise<void> {
  const { from, index, der } = swap
  const name = situation[from][index] ?? ''
  const same = sameSigned(on, der, from)
  const mayBeValid =
    situation.expected === 'valid' || situation.withheld.includes(name) || same.length > 0
  must(
    mayBeValid || verdict !== 'valid',
    `good though the authority does not say so: ${situation.name}, ${name}`,
  )
  if (verdict === (await verdictWith(on, situation, swap))) return
  must(same.length > 0, `${verdict} by a source that nobody signed`)
  const allowed = await Promise.all(same.map((one) => verdictWith(on, situation, swap, one)))
  must(allowed.includes(verdict), `${verdict} by what is signed, and it does not say so`)
}

/** The judge sets aside what the reader refuses, by the same code, and nothing else. */
function checkAside(
  on: StatusGround,
  { from, index, der }: Required<Swap>,
  report: PathReport,
): void {
  const whole = der ?? new Uint8Array()
  const read = (): unknown =>
    from === 'crls' ? on.code.readCrl(whole) : on.code.readOcspResponse(whole)
  const tried = attemptNow(read)
  const found = report.setAside.find((one) => one.from === from && one.index === index)
  const code = 'error' in tried ? tried.error.code : undefined
  must(found?.code === code, 'reader and judge do not agree')
}

function pickSwap(on: StatusGround, random: Random, situation: Situation) {
  const { crls, ocsp } = situation
  const at = random.below(crls.length + ocsp.length)
  const from = at < crls.length ? ('crls' as const) : ('ocsp' as const)
  const index = from === 'crls' ? at : at - crls.length
  const der = reworked(random, on.bytes(situation[from][index] ?? ''), on)
  return { from, index, der }
}

/** One source of a situation is changed. */
const swapKind =
  (on: StatusGround, situations: readonly Situation[]): Kind =>
  async (random) => {
    const situation = random.pick(situations)
    const swap = pickSwap(on, random, situation)
    const cache = issuerCache()
    const report = await reportOn(on, { ...queryOf(on, situation, swap), cache })
    checkAside(on, swap, report)
    await checkSwapped(on, situation, swap, report)
    if (random.chance(0.1)) {
      const after = await reportOn(on, { ...queryOf(on, situation), cache })
      must(after.verdict === situation.expected, 'what nobody signed is remembered')
    }
    return report.verdict === 'valid' ? value : refused
  }

/** The certificates of a situation, the leaf first, of which one is changed. */
function certificatesOf(on: StatusGround, random: Random, { leaf, intermediates }: Situation) {
  const names = [leaf, ...intermediates]
  const at = random.below(names.length)
  return names.map((name, index) => {
    const der = on.bytes(name)
    return index === at ? reworked(random, der, { all: on.certificates }) : der
  })
}

/**
 * A certificate of a situation is changed: what is valid then leads over certificates that were issued, and
 * nothing of it makes a revoked one good. With every signature believed it is tried as well what a
 * changed certificate does that somebody signed.
 */
const chainKind =
  (on: StatusGround): Kind =>
  async (random) => {
    const situation = random.pick(on.situations)
    const [leaf, ...intermediates] = certificatesOf(on, random, situation) as [Uint8Array]
    const isBelieved = random.chance(0.4)
    const query = { ...queryOf(on, situation), leaf, intermediates }
    const report = await reportOn(on, isBelieved ? { ...query, crypto: credulous } : query)
    if (report.verdict !== 'valid') return refused
    if (isBelieved) return value
    must(
      report.path.every((der) => on.issued.has(toHex(der))),
      'valid over a certificate that nobody issued',
    )
    const same = equalBytes(leaf, on.bytes(situation.leaf))
    must(!same || situation.expected === 'valid', 'good by a changed certificate')
    return value
  }

const readCertificateKind =
  (on: StatusGround): Kind =>
  async (random) => {
    const der = reworked(random, random.pick(on.certificates), { all: on.certificates })
    const tried = attemptNow(() => readCertificate(der))
    if ('error' in tried) return refused
    must(equalBytes(tried.answer.der, der), 'the certificate keeps other bytes than were read')
    return endOf(await attempt(() => certificateSummary(der)))
  }

/** Nothing is changed: the corpus comes to what it is said to come to. */
const soundKind =
  (on: StatusGround): Kind =>
  async (random) => {
    const situation = random.pick(on.situations)
    const { verdict } = await reportOn(on, queryOf(on, situation))
    must(verdict === situation.expected, `${situation.name} is ${verdict}`)
    const question = random.pick(on.questions)
    const { status } = await on.code.ocspStatus(askedOf(on, question))
    must(status === question.expected, `${question.name} is ${status}`)
    return value
  }

/** With every signature believed, a list still says what it says. */
const believedKind =
  (on: StatusGround): Kind =>
  async (random) => {
    const situation = random.pick(on.situations)
    const swap = pickSwap(on, random, situation)
    const query = { ...queryOf(on, situation, swap), crypto: credulous }
    const report = await reportOn(on, query)
    checkAside(on, swap, report)
    const alone = situation.ocsp.length === 0 && situation.crls.length === 2 && swap.index === 1
    if (report.verdict !== 'valid' || !alone) return endOf(report)
    const { serialNumber, issuer } = readCertificate(query.leaf)
    const found = findRevoked(on.code.readCrl(swap.der), serialNumber, issuer)
    must(found === 'absent', 'good by a list that names the certificate')
    return value
  }

/** Revocation lists of every kind and answers of responders, read and judged. */
export const revocationRun = (code = x509Code): LongRun =>
  family(
    'revocation',
    'X.509: lists and answers, never good nor revoked by what nobody signed',
    () => {
      const on = statusGround(code)
      const answered = on.situations.filter(({ ocsp }) => ocsp.length > 0)
      const listed = on.situations.filter(({ ocsp }) => ocsp.length === 0)
      return [
        [
          20,
          counted('lists', (random) =>
            readsList(reworked(random, random.pick(on.lists), on), code.readCrl),
          ),
        ],
        [20, counted('lists', swapKind(on, listed))],
        [6, counted('lists', believedKind({ ...on, situations: listed }))],
        [20, counted('answers', readAnswerKind(on))],
        [14, counted('answers', swapKind(on, answered))],
        [4, counted('answers', believedKind({ ...on, situations: answered }))],
        [8, counted('answers', askedKind(on, answerChanged))],
        [4, counted('answers', askedKind(on, answerBelieved))],
        [2, counted('answers', askedKind(on, nonceChanged))],
        [1, counted('answers', askedKind(on, certificateChanged))],
        [1, counted('answers', askedKind(on, issuerChanged))],
        [6, counted('certificates', readCertificateKind(on))],
        [14, counted('certificates', chainKind(on))],
        [1, soundKind(on)],
      ]
    },
  )

export const revocation = revocationRun()
