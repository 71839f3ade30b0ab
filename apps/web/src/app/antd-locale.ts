import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { currentLanguage } from '../shared/i18n/language.ts'

export const antdLocale = () => (currentLanguage() === 'en' ? enUS : zhCN)
