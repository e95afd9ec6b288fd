package cn.suinian.core.card.stock;

import org.jspecify.annotations.Nullable;

/**
 * How many cards a place has.
 *
 * @param counterId null: the city's store
 */
public record StockCount(@Nullable Integer counterId, int ordered, int inStock, int issued, int spoilt) {}
