import type { IFontAttributesProperties, IRunOptions, IStylesOptions } from 'docx'
import { LineRuleType } from 'docx'
import { linePitch, tightening } from './page.ts'

/** Names of type faces as the office's computers know them. We name them and ship none: they are licensed. */
export interface Faces {
  /** 小标宋: title and red head. */
  readonly title: string
  /** 仿宋: body. */
  readonly body: string
  /** 黑体: headings 一、, labels, table heads. */
  readonly strong: string
  /** 楷体: headings （一）, names of signers. */
  readonly script: string
  /** 宋体: page numbers. */
  readonly plain: string
}

export const usualFaces: Faces = {
  title: '方正小标宋_GBK',
  body: '仿宋_GB2312',
  strong: '黑体',
  script: '楷体_GB2312',
  plain: '宋体',
}

/** Names of the same faces on other systems, for a word processor that does not know the first. */
export const alternatives: Readonly<Record<string, string>> = {
  方正小标宋_GBK: '方正小标宋简体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
}

/** One face for all scripts of a run: without ascii and hAnsi, digits fall back to the word processor's own face. */
const face = (name: string): IFontAttributesProperties => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
})

/** Half points, as `w:sz` counts: 2号, 3号, 4号, 小4号, 5号. */
export const size = { second: 44, third: 32, fourth: 28, smallFourth: 24, fifth: 21 } as const

export const black = '000000'
/** Red of the head and rule. */
export const red = 'FF0000'

/** Frames are placed only for paragraphs of a named style: LibreOffice leaves others where they stand. */
export const imprintStyle = 'Imprint'

/** Everything not said otherwise is 3号仿宋, black, at the exact line pitch. */
export const styles = (faces: Faces): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: face(faces.body),
        size: size.third,
        color: black,
        characterSpacing: tightening,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { before: 0, after: 0, line: linePitch, lineRule: LineRuleType.EXACT } },
    },
  },
  paragraphStyles: [{ id: imprintStyle, name: '版记' }],
})

/** A run in one face and size, said in full so that each run can be checked by itself. */
export const run = (name: string, halfPoints: number, more: IRunOptions = {}): IRunOptions => ({
  font: face(name),
  size: halfPoints,
  ...more,
})
