import { createHaiiloHost, HaiiloHostPlugin } from '@haiilo-kit/vue'

export default defineNuxtPlugin(({ vueApp }) => {
  vueApp.use(HaiiloHostPlugin, createHaiiloHost())
})
