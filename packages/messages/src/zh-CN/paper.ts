/** What a paper lacks before it can be composed (GB/T 9704-2012). */
export const paper = {
  'paper.number':
    '发文字号“{number}”不符合格式。应为机关代字〔年份〕序号，如“某发〔2025〕3号”，用六角括号，序号前不加“第”、不编虚位。',
  'paper.titleKind': '标题应以文种“{kind}”结尾。请核对标题或文种。',
  'paper.signerMissing': '上行文须标注签发人。请填写签发人姓名。',
  'paper.signerUnexpected': '只有上行文标注签发人。请删去签发人，或核对文种。',
  'paper.addresseeMissing': '未填写主送机关。请填写。',
  'paper.bodyMissing': '正文是空的。请先撰写正文。',
  'paper.headingSkipped': '标题层次有跳级。请按“一、（一）1.（1）”逐级使用。',
  'paper.attachmentName': '附件名称“{name}”后不加标点。请删去。',
  'paper.day': '“{day}”不是有效日期。请核对。',
} as const
