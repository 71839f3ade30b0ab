import { currentLanguage, type Language, languages, switchLanguage } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { type Appearance, appearances, chooseAppearance, useAppearance } from '../theme/appearance.ts'
import styles from './preferences.module.css'

/** Each language is named in itself. */
const languageNames: Record<Language, string> = { 'zh-CN': '中文', en: 'English' } // i18n: its own name

const appearanceName = (appearance: Appearance): string =>
  ({ system: t('跟随系统'), light: t('浅色'), dark: t('深色') })[appearance]

export const Preferences = () => {
  const appearance = useAppearance()
  return (
    <div className={styles.preferences}>
      <fieldset>
        <legend>{t('语言')}</legend>
        {languages.map((language) => (
          <label key={language}>
            <input
              type="radio"
              name="language"
              checked={language === currentLanguage()}
              onChange={() => switchLanguage(language)}
            />
            {languageNames[language]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('外观')}</legend>
        {appearances.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="appearance"
              checked={choice === appearance}
              onChange={() => chooseAppearance(choice)}
            />
            {appearanceName(choice)}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
