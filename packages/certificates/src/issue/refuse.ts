import { InputError } from '@tiemchung/core'
import { issueErrors } from '../errors/issue-errors.js'

type IssueErrorCode = Extract<keyof typeof issueErrors, `certificate-issue.${string}`>

/** Refuses to issue. */
export function refuse(code: IssueErrorCode): never {
  throw new InputError(issueErrors, code)
}
