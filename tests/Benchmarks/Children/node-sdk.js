// The official SDK's webhook dispatcher as its documentation shows it, with a handler that does nothing.
const http = require('http');
const lark = require('@larksuiteoapi/node-sdk');

const [port, encryptKey, verificationToken] = process.argv.slice(2);
const dispatcher = new lark.EventDispatcher({ encryptKey, verificationToken, loggerLevel: lark.LoggerLevel.error })
  .register({ 'im.message.receive_v1': async () => {} });

http.createServer(lark.adaptDefault('/feishu/events', dispatcher)).listen(Number(port), '127.0.0.1');
