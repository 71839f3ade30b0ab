import type { paper as zhCN } from '../zh-CN/paper.ts'

export const paper = {
  'paper.number':
    'The document number “{number}” is not in form: 机关代字〔year〕number号, brackets 〔〕, no 第, no leading zeros.',
  'paper.titleKind': 'The title must end with the kind of document, “{kind}”. Check the title or the kind.',
  'paper.signerMissing': 'A paper that goes up names its signer (签发人). Fill in the name.',
  'paper.signerUnexpected': 'Only papers that go up name a signer. Remove the name, or check the kind.',
  'paper.addresseeMissing': 'No addressee (主送机关). Fill it in.',
  'paper.bodyMissing': 'The body is empty. Write it first.',
  'paper.headingSkipped': 'A level of headings is skipped. Use 一、（一）1.（1） in turn.',
  'paper.attachmentName': 'No mark after the name of an attachment: “{name}”. Remove it.',
  'paper.day': '“{day}” is not a date. Check it.',
} as const satisfies Record<keyof typeof zhCN, string>
