package cn.suinian.gateway.console.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/**
 * A QR code as the template draws it: one path in an SVG of the page, so that the secret in it has no address.
 *
 * @param size width and height, in modules, with the quiet zone
 * @param path the dark modules
 */
public record QrCode(int size, String path) {

    /** The code of a text. */
    public static QrCode of(String text) {
        try {
            BitMatrix dark = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dark.getHeight(); y++) {
                for (int x = 0; x < dark.getWidth(); x++) {
                    if (dark.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(dark.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("more than a QR code holds", tooLong);
        }
    }
}
