export { type AskAgainOptions, questionsAgain } from './ask-again.js'
export type { HandOverDocument, ReturnedDocument } from '@tiemchung/schemas/wire'
export {
  type ListedCase,
  type ListRow,
  type MakeListsOptions,
  makeHandOverLists,
} from './make-list.js'
export {
  type ArchivedList,
  type AskAgain,
  type ReadReturnedOptions,
  readReturnedList,
  type ReturnedFile,
  type ReturnedReading,
} from './read-returned-list.js'
export {
  type ListSignature,
  type ListSigner,
  type SignatureFinding,
  type SignedList,
  signList,
  type VerifyListSignature,
} from './sign-list.js'
export { writeListWorkbook } from './write-list-workbook.js'
