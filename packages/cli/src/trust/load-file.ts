/** One file of `--trust`, whatever it is. */
import {
  loadDidList,
  loadGatewayList,
  loadVerifierList,
  trustListType,
  type VerifierList,
} from '@tiemchung/certificates/trust'
import { openChecks, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Where } from '../input.js'
import { loadCertificates } from './load-certificates.js'
import { loadPlainList, loadSignedList } from './load-list.js'
import type { LoadedFile, TrustTerms } from './terms.js'
import type { TrustFile } from './trust-file.js'

/** Lists that others made: what is wrong with a key of theirs is theirs to correct. */
const ours = ({ status }: { readonly status: string }) => status !== 'skipped'

/**
 * The keys in a file.
 *
 * @throws ParseError `cli.trust-kind` for what says nothing of signers, `certificate-trust.*`
 */
export async function loadFile(
  file: TrustFile,
  country: string | undefined,
  terms: TrustTerms,
  where: Where,
): Promise<LoadedFile> {
  switch (file.kind) {
    case 'trust-list':
      return loadPlainList(file.document, terms)
    case 'certificates':
      return loadCertificates(file.ders, country, terms, where)
    case 'gateway': {
      const { trust, report } = await loadGatewayList(file.document, terms)
      return { trust, open: openChecks(report).filter(ours) }
    }
    case 'verifier': {
      const { trust, report } = await loadVerifierList(file.document as VerifierList, terms)
      return { trust, open: openChecks(report).filter(ours) }
    }
    case 'did': {
      const { trust, report } = await loadDidList(file.document as readonly unknown[], terms)
      return { trust, open: openChecks(report).filter(ours) }
    }
    case 'signed':
      if (file.type === trustListType) return loadSignedList(file.bytes, terms)
      break
    default:
  }
  throw new ParseError(errorCatalogue, 'cli.trust-kind', { path: where })
}
