import type { CitingNoun } from '@quanheng/domain/library/citation'
import type { LibraryCommandKind, LibraryKind, LibraryState } from '@quanheng/domain/library/model'
import type { Validity } from '@quanheng/domain/library/validity'

export const libraryLabels = {
  libraryKind: { rule: '制度', policy: '政策', form: '表单' },
  libraryState: { draft: '录入中', published: '已发布', repealed: '已废止', discarded: '已作废' },
  libraryCommand: {
    begin: '录入',
    edit: '修改',
    publish: '发布',
    discard: '作废',
    correct: '更正条文',
    repeal: '登记废止',
    replace: '被新版本替代',
  },
  validity: {
    unpublished: '未发布',
    notYet: '尚未施行',
    inForce: '现行有效',
    expired: '已过有效期',
    replaced: '已被替代',
    repealed: '已废止',
  },
  citingNoun: { plan: '方案', credit: '加减分', circular: '通报简报', matter: '重要事项' },
} as const satisfies {
  readonly libraryKind: Record<LibraryKind, string>
  readonly libraryState: Record<LibraryState, string>
  readonly libraryCommand: Record<LibraryCommandKind | 'begin' | 'replace', string>
  readonly citingNoun: Record<CitingNoun, string>
  readonly validity: Record<Validity, string>
}
