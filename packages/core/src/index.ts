export {
  concatBytes,
  equalBytes,
  fromBase64,
  fromBase64Url,
  fromHex,
  fromPem,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  toPem,
  utf8,
} from './bytes.js'
export { canonicalBytes, canonicalJson, type JsonValue } from './canonical-json.js'
export {
  type Actor,
  type Catalogue,
  type CatalogueEntry,
  defineCatalogue,
  type Language,
  type Params,
  type Sentences,
  sentencesFor,
} from './catalogue.js'
export {
  addDays,
  addMonths,
  addYears,
  ageOn,
  type CivilDate,
  civilDate,
  compareCivilDates,
  type DateParts,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isCivilDate,
  isLeapYear,
  type MonthOverflow,
  parseCivilDate,
  partsOf,
  partsOfDayNumber,
  toDayNumber,
} from './civil-date.js'
export { type CsvCell, csvText } from './csv-text.js'
export { addDuration, type Duration, parseDuration } from './duration.js'
export { errorCatalogue } from './errors.js'
export { escapeMarkup } from './escape-markup.js'
export { type HtmlPage, htmlPage } from './html-page.js'
export {
  fromUtf8Twice,
  fromWindows1252,
  type LegacyEncoding,
  legacyEncodingOf,
  legacyEncodingOfLatin,
} from './legacy-encoding.js'
export { type Items, mapInOrder } from './map-in-order.js'
export { typedThroughInputMethod } from './input-method.js'
export { isUuid, parseUuid, type Uuid, uuidv5, uuidv7 } from './id.js'
export {
  errorsOf,
  formatPath,
  type Issue,
  type IssueDetails,
  issue,
  type Path,
  type Severity,
  safePath,
} from './issue.js'
export {
  type DatePrecision,
  earliestDay,
  exactDay,
  isPartialDate,
  latestDay,
  type PartialDate,
  parsePartialDate,
  precisionOf,
} from './partial-date.js'
export {
  type Confidence,
  hashPolicy,
  inForce,
  lintPolicyHead,
  type PolicyAssumption,
  type PolicyHead,
  type PolicySource,
  parsePolicyHead,
  selectPolicy,
} from './policy.js'
export {
  maskTail,
  redacted,
  redactFields,
  redactHeader,
  redactUrl,
  type SensitiveFields,
} from './redact.js'
export {
  type Check,
  type CheckStatus,
  failed,
  openChecks,
  passed,
  type Report,
  skipped,
  unknown,
  type Verdict,
  verdictOf,
} from './report.js'
export {
  type ErrorDetails,
  type ErrorJson,
  HttpError,
  type HttpErrorDetails,
  hasCode,
  InputError,
  isSdkError,
  NotValidError,
  ParseError,
  SdkError,
  SigningError,
} from './sdk-error.js'
export {
  civilDateAt,
  endOfDay,
  formatInstant,
  formatLocalTime,
  isInstant,
  parseInstant,
  startOfDay,
} from './vietnam-time.js'
export {
  type AbortSignalLike,
  type Clock,
  type FetchLike,
  fixedClock,
  type HeadersLike,
  type RandomSource,
  type ResponseLike,
  type Sleep,
  systemClock,
  systemFetch,
  systemRandom,
  systemSleep,
} from './world.js'
