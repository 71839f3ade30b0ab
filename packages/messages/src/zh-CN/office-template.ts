import type { officeTemplateErrors } from '@quanheng/contract/errors/office-template'

const place = '{part:templatePart}第{paragraph}段“{text}”'

export const officeTemplate = {
  'officeTemplate.notDocx': '文件不是 .docx 格式。请用 Word 或 WPS 另存为 .docx 后重新上传。',
  'officeTemplate.damaged': '文件已损坏或不完整，无法读取。请重新保存后上传。',
  'officeTemplate.encrypted': '文件有打开密码，无法读取。请去掉密码后重新上传。',
  'officeTemplate.macros': '文件含有宏，不能用作模板。请另存为不含宏的 .docx 后重新上传。',
  'officeTemplate.embedded': '文件嵌有其他文件或控件，不能用作模板。请删去嵌入的对象后重新上传。',
  'officeTemplate.outside': '文件引用了外部的图片、模板或文件，不能用作模板。请改为插入到文件内，断开链接后重新上传。',
  'officeTemplate.tooMuchText': '文件展开后过大，未予读取。请只保留模板本身。',
  'officeTemplate.notFillable':
    '标签“{tag}”所在的位置无法填充。请把列表的起止标签放在同一段、同一表格行或各自单独的段落中。',
  'officeTemplate.brace': `${place}的花括号“{tag}”不成对。标签写作{总分}的样式，左右括号都用半角，写在同一段内。`,
  'officeTemplate.codeTag': `${place}的“{tag}”不是可用的标签：模板中不能写程序。请改用标签清单中的标签，或删去。`,
  'officeTemplate.unknownTag': `${place}的标签“{tag}”不存在。请从标签清单中选用，逐字核对。`,
  'officeTemplate.outsideList': `${place}的标签“{tag}”只能用在列表“{list}”的起止标签之间。请移到列表之内。`,
  'officeTemplate.notAList': `${place}的“{tag}”不是列表，不能作起止标签。请去掉“#”“^”，作普通标签使用。`,
  'officeTemplate.isAList': `${place}的“{tag}”是列表，须成对使用起止标签，分别以“#”和“/”开头。请改正。`,
  'officeTemplate.listInList': `${place}的“{tag}”写在另一个列表之内。列表不能套列表，请先结束前一个列表。`,
  'officeTemplate.unclosed': `${place}的列表“{tag}”没有结束标签。请在列表末尾加上以“/”开头的同名标签。`,
  'officeTemplate.unopened': `${place}的结束标签“{tag}”没有对应的开始标签。请补上以“#”开头的同名标签，或删去。`,
  'officeTemplate.apart': `${place}开始的列表“{tag}”到第{until}段结束，跨了表格行或表格内外。起止标签请放在同一表格行内，或都放在表格之外。`,
  'officeTemplate.notAlone': `${place}开始的列表“{tag}”到第{until}段结束。跨段的列表，起止标签须各自单独成段。`,
  'officeTemplate.typedFigure': `${place}中的“{tag}”是手工写入的数字。分值、名次等数据只能用标签，不能写在模板里；请改用标签，或删去。日期、文号、条款和办理时限可以直接写。`,
  'officeTemplate.tagMissing': '模板缺少标签“{tag}”：这类文书必须列出该项数据。请补上后重新上传。',
  'officeTemplate.nameTaken': '同类模板中已有“{name}”。请换一个名称，或在原模板上更新版本。',
  'officeTemplate.retired': '该模板已停用。请先启用，或选用其他模板。',
  'officeTemplate.sameFile': '上传的文件与现行版本相同，不必更新。',
  'officeTemplate.unchanged': '没有变化，不必保存。',
  'officeTemplate.unitMissing': '该文书每单位一份。请选择承担方案任务的单位。',
  'officeTemplate.notOpened': '方案不公开各单位得分，不能使用含“{tag}”的模板出具通报。请在模板中删去该标签后更新版本。',
  'officeTemplate.figureLost':
    '出具的文书没有完整显示“{tag}”的数据，不予出具。请检查模板中该标签所在的位置，更新版本后再出具。',
  'officeTemplate.notTotals': '该方案不产生总分和等次，不能出具结果通报。请选择年度考评方案。',
} as const satisfies Record<keyof typeof officeTemplateErrors, string>
