import { paperFonts } from '@quanheng/contract/issued-paper'
import { useQueryRoute } from '../api/hooks.ts'
import { t } from '../i18n/t.ts'
import styles from './font-note.module.css'

const faceNames = () => ({
  title: t('小标宋'),
  body: t('仿宋'),
  strong: t('黑体'),
  script: t('楷体'),
  plain: t('宋体'),
})

/** Which fonts PDF and OFD embed here: the site's own, or the stand-in for those that it lacks. */
export const FontNote = () => {
  const { data } = useQueryRoute(paperFonts, {})
  if (!data) return null
  const names = faceNames()
  const own = data.faces.filter((each) => each.own).map(({ face, font }) => `${names[face]} ${font}`)
  const lacking = data.faces.filter((each) => !each.own).map(({ face }) => names[face])
  return (
    <p className={styles.note}>
      {own.length > 0 && t('PDF、OFD 内嵌本单位字体：{{fonts}}。', { fonts: own.join('、') })}
      {lacking.length > 0 &&
        t(
          'PDF、OFD 中{{faces}}以思源宋体代替；把有授权的 TrueType 字体放入数据目录的 fonts 文件夹即改用。缺字显示为方框。',
          {
            faces: lacking.join('、'),
          },
        )}
      {data.unreadable.length > 0 && t('不能使用的字体文件：{{files}}。', { files: data.unreadable.join('、') })}
    </p>
  )
}
