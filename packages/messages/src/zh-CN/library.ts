import type { libraryErrors } from '@quanheng/contract/errors/library'

export const library = {
  'library.notNow': '该文件目前的状态不能办理此事。请刷新页面。',
  'library.notYours': '您当前的职务不能办理此事。制度文件由考评办录入和发布。',
  'library.otherUnit': '该文件由录入它的单位维护。请与该单位考评办联系。',
  'library.titleMissing': '请填写文件名称。',
  'library.issuerMissing': '请填写发文机关，再发布。',
  'library.effectiveMissing': '请填写施行日期，再发布：何时起可以作依据，由它确定。',
  'library.lastBeforeFirst': '有效期截止日期早于施行日期。请核对。',
  'library.empty': '该文件既没有条文，也没有附原件。请至少录入一条条文，或上传原件。',
  'library.articleMissing': '有一条缺少条款号或条文。引用要写明条款，请补全，或删去该条。',
  'library.articleTwice': '条款号“{article}”出现了两次。请改为不同的条款号，如“附件1 第一条”。',
  'library.sameName':
    '本单位已发布过同一文号（无文号的，同一名称）的文件。修订后没有新文号的，请在名称中写明年份，如“（2025年修订）”。',
  'library.replacesUnknown': '所替代的文件不在已发布的文件中。请重新选择。',
  'library.replacedAlready': '所替代的文件已有新版本。请选择其最新版本。',
  'library.replacesLater': '新版本的施行日期应晚于所替代的版本。请核对。',
  'library.repealTooEarly': '废止日期早于该文件的施行日期。请核对。',
  'library.reasonMissing': '请写明理由。',
  'library.tooManyClauses': '该文件的条文超过600条，不能一次读入。请分成几个文件，或只上传原件、手工录入要引用的条文。',
} as const satisfies Record<keyof typeof libraryErrors, string>
