import type { TemplateFaultCode } from '@quanheng/domain/office-template/check'
import type { ErrorRow } from './error-row.ts'

type FileFault = 'notDocx' | 'damaged' | 'encrypted' | 'macros' | 'embedded' | 'outside' | 'tooMuchText' | 'notFillable'
type ActFault =
  | 'nameTaken'
  | 'retired'
  | 'sameFile'
  | 'unchanged'
  | 'unitMissing'
  | 'notOpened'
  | 'figureLost'
  | 'notTotals'

const inFile = { status: 422, level: 'info' } as const

export const officeTemplateErrors = {
  'officeTemplate.notDocx': inFile,
  'officeTemplate.damaged': inFile,
  'officeTemplate.encrypted': inFile,
  'officeTemplate.macros': inFile,
  'officeTemplate.embedded': inFile,
  'officeTemplate.outside': inFile,
  'officeTemplate.tooMuchText': inFile,
  'officeTemplate.notFillable': inFile,
  'officeTemplate.brace': inFile,
  'officeTemplate.codeTag': inFile,
  'officeTemplate.unknownTag': inFile,
  'officeTemplate.outsideList': inFile,
  'officeTemplate.notAList': inFile,
  'officeTemplate.isAList': inFile,
  'officeTemplate.listInList': inFile,
  'officeTemplate.unclosed': inFile,
  'officeTemplate.unopened': inFile,
  'officeTemplate.apart': inFile,
  'officeTemplate.notAlone': inFile,
  'officeTemplate.typedFigure': inFile,
  'officeTemplate.tagMissing': inFile,
  'officeTemplate.nameTaken': { status: 409, level: 'info' },
  'officeTemplate.retired': { status: 409, level: 'info' },
  'officeTemplate.sameFile': { status: 409, level: 'info' },
  'officeTemplate.unchanged': { status: 409, level: 'info' },
  'officeTemplate.unitMissing': { status: 422, level: 'info' },
  'officeTemplate.notOpened': { status: 409, level: 'info' },
  'officeTemplate.figureLost': { status: 409, level: 'error' },
  'officeTemplate.notTotals': { status: 409, level: 'info' },
} as const satisfies Record<TemplateFaultCode | `officeTemplate.${FileFault | ActFault}`, ErrorRow>

/** Everything that may be wrong with an uploaded template. */
export const templateFaults = [
  'officeTemplate.notDocx',
  'officeTemplate.damaged',
  'officeTemplate.encrypted',
  'officeTemplate.macros',
  'officeTemplate.embedded',
  'officeTemplate.outside',
  'officeTemplate.tooMuchText',
  'officeTemplate.notFillable',
  'officeTemplate.brace',
  'officeTemplate.codeTag',
  'officeTemplate.unknownTag',
  'officeTemplate.outsideList',
  'officeTemplate.notAList',
  'officeTemplate.isAList',
  'officeTemplate.listInList',
  'officeTemplate.unclosed',
  'officeTemplate.unopened',
  'officeTemplate.apart',
  'officeTemplate.notAlone',
  'officeTemplate.typedFigure',
  'officeTemplate.tagMissing',
] as const satisfies readonly (keyof typeof officeTemplateErrors)[]
