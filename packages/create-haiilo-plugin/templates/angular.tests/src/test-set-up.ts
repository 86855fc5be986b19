// jsdom has no form fields as custom elements
import 'element-internals-polyfill'
