export type {
  AbortSignalLike,
  Catalogue,
  Clock,
  ErrorJson,
  FetchLike,
  HeadersLike,
  Language,
  RandomSource,
  Sleep,
} from '@tiemchung/core'
export { hasCode, HttpError, InputError, isSdkError } from '@tiemchung/core'
export { createHttp } from './create-http.js'
export { errorCatalogue } from './errors.js'
export type { ErrorEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.js'
export type {
  Answer,
  BytesRequestOptions,
  CheckedRequestOptions,
  EventsOptions,
  Http,
  HttpOptions,
  Method,
  Pages,
  PagesOptions,
  Query,
  RequestOptions,
  ServerEvent,
  Verb,
} from './http.js'
export type { Schema, SchemaIssue } from './schema.js'
export type { Token, TokenContext, TokenProvider, TokenReason } from './tokens.js'
export type { Alarm } from './world.js'
